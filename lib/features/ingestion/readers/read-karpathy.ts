import type { CaptionFileChunk } from "../caption-file";
import { collectionNameFrom } from "../collection-name";
import type { ByteStream } from "./byte-stream";
import { readCaption } from "./caption-record";
import { ChunkCollector } from "./chunk-collector";
import { excerpt } from "./excerpt";
import { readFileName } from "./file-name";
import type { ReadContext } from "./file-reader";
import { readImageUrl } from "./image-url";
import { isObject, textOf } from "./json-value";
import { cocoAddress, readNamedImage } from "./named-image";
import { readImageId } from "./record-id";
import { readDocument } from "./read-document";

interface KarpathyImage {
  id: unknown;
  url: string | null;
  fileName: string | null;
}

/** COCO's images have a `cocoid`; those of Flickr8k and Flickr30k are known by their file names. */
function imageOf({ filename, filepath, cocoid }: Record<string, unknown>): KarpathyImage {
  const fileName = readFileName(filename);
  const named = fileName === null ? null : readNamedImage(fileName);
  if (cocoid === undefined || cocoid === null) return { id: named?.id, url: named?.url ?? null, fileName };
  const folder = textOf(filepath);
  return { id: cocoid, url: folder && fileName ? readImageUrl(cocoAddress(folder, fileName)) : null, fileName };
}

/** Gathers the images of one Karpathy split and the sentences inside them. */
class KarpathyRecords {
  readonly collector = new ChunkCollector();
  captions = 0;
  private images = 0;

  constructor(private readonly context: ReadContext) {}

  onDataset = (value: unknown): void => {
    const name = textOf(value);
    if (name) this.context.about.collection = collectionNameFrom(name);
  };

  onImage = (value: unknown): void => {
    this.images += 1;
    if (!isObject(value) || !Array.isArray(value.sentences)) {
      this.collector.caption({ record: this.images, reason: "bad_record", detail: `image entry ${this.images} has no list of sentences: ${excerpt(value)}` });
      return;
    }
    if (value.cocoid !== undefined) this.context.about.collection ??= "coco";
    const image = imageOf(value);
    const externalId = readImageId(image.id);
    if (externalId) this.collector.image({ externalId, url: image.url, originalUrl: null, fileName: image.fileName, width: null, height: null, licence: null });
    for (const sentence of value.sentences) this.addSentence(sentence, image.id);
  };

  private addSentence(sentence: unknown, imageId: unknown): void {
    this.captions += 1;
    if (isObject(sentence)) this.collector.caption(readCaption({ imageId, captionId: sentence.sentid, caption: sentence.raw, language: sentence.language }, this.captions, this.context.limits));
    else this.collector.caption({ record: this.captions, reason: "bad_record", detail: excerpt(sentence) });
  }
}

/** Reads a Karpathy split (dataset_coco.json, dataset_flickr30k.json): a list of images with their sentences inside, and the data set's name. */
export function readKarpathy(bytes: ByteStream, context: ReadContext): AsyncGenerator<CaptionFileChunk> {
  return readDocument(bytes, new KarpathyRecords(context), context.label);
}
