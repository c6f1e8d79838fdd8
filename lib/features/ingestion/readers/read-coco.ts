import { AppError } from "@/lib/core/errors";
import type { CaptionFileChunk } from "../caption-file";
import type { ByteStream } from "./byte-stream";
import { readCaption } from "./caption-record";
import { ChunkCollector } from "./chunk-collector";
import { CocoDocument, JsonFault } from "./coco-document";
import { excerpt } from "./excerpt";
import type { ReadContext } from "./file-reader";
import { readImage, type LicenceTable } from "./image-record";
import { isObject, textOf } from "./json-value";

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
    const raw = { imageId: value.image_id, captionId: value.id, caption: value.caption, language: value.language };
    this.collector.caption(readCaption(raw, this.captions, this.context.limits));
  };
}

function faultReason({ kind, byte, message }: JsonFault, where: string): string {
  if (kind === "cut off") return `ends in the middle, ${where}, at byte ${byte}: it is cut off. Download it again.`;
  if (kind === "too long") return `cannot be read on ${where}: ${message}, after byte ${byte}. Mend or remove that entry.`;
  return `is not valid JSON, ${where}, at byte ${byte} (${excerpt(message)}). Download it again.`;
}

function faultError(error: unknown, label: string, captions: number): unknown {
  if (!(error instanceof JsonFault)) return error;
  const where = captions === 0 ? "before the first caption" : `after caption ${captions}`;
  return new AppError("bad_input", `${label} ${faultReason(error, where)}`, { cause: error });
}

/** Reads COCO caption JSON; `licences` is its licence table, since the file may give it after the images. */
export async function* readCoco(bytes: ByteStream, context: ReadContext, licences: LicenceTable): AsyncGenerator<CaptionFileChunk> {
  const records = new CocoRecords(context, licences);
  const document = new CocoDocument(records);
  try {
    for await (const buffer of bytes) {
      document.write(buffer);
      yield* records.collector.takeFull();
    }
    document.end();
  } catch (error) {
    throw faultError(error, context.label, records.captions);
  }
  yield* records.collector.takeAll();
}
