import type { CaptionFileChunk } from "../caption-file";
import type { ByteStream } from "./byte-stream";
import { readCaption } from "./caption-record";
import { ChunkCollector } from "./chunk-collector";
import { excerpt } from "./excerpt";
import type { ReadContext } from "./file-reader";
import { readImage, type LicenceTable } from "./image-record";
import { joinWords } from "./join-words";
import { isObject, textOf } from "./json-value";
import { readDocument } from "./read-document";

/** STAIR's *_tokenized.json has the caption beside its words; where it has the words alone, they are joined. */
function captionOf({ caption, tokenized_caption: words }: Record<string, unknown>): unknown {
  return caption ?? (typeof words === "string" ? joinWords(words) : words);
}

/** Gathers the entries of one COCO document. */
class CocoRecords {
  readonly collector = new ChunkCollector();
  captions = 0;
  images = 0;

  constructor(
    private readonly context: ReadContext,
    private readonly licences: LicenceTable,
  ) {}

  onInfo = (info: unknown): void => {
    if (!isObject(info)) return;
    const { about } = this.context;
    about.description = textOf(info.description);
    about.licence = textOf(info.license) ?? textOf(info.licence);
    about.url = textOf(info.url);
  };

  onImage = (value: unknown): void => {
    this.images += 1;
    this.context.about.listsImages = true;
    const image = readImage(value, this.licences);
    if (image) this.collector.image(image);
    else this.collector.caption({ record: this.images, reason: "bad_record", detail: `image entry ${this.images} has no usable id: ${excerpt(value)}` });
  };

  onAnnotation = (value: unknown): void => {
    this.captions += 1;
    if (!isObject(value)) {
      this.collector.caption({ record: this.captions, reason: "bad_record", detail: excerpt(value) });
      return;
    }
    const raw = { imageId: value.image_id, captionId: value.id, caption: captionOf(value), language: value.language };
    this.collector.caption(readCaption(raw, this.captions, this.context.limits));
  };
}

/** Reads COCO caption JSON; `licences` is its licence table, since the file may give it after the images. */
export function readCoco(bytes: ByteStream, context: ReadContext, licences: LicenceTable): AsyncGenerator<CaptionFileChunk> {
  return readDocument(bytes, new CocoRecords(context, licences), context.label);
}
