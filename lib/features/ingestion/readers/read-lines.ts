import { AppError } from "@/lib/core/errors";
import type { CaptionFileChunk } from "../caption-file";
import type { ByteStream } from "./byte-stream";
import { ChunkCollector } from "./chunk-collector";
import type { ReadContext } from "./file-reader";
import type { ImageList } from "./image-list";
import { RowRecords } from "./row-record";
import { textLines } from "./text-lines";

/**
 * Reads captions that stand line by line, line n for the list's image n.
 * @throws AppError `bad_input` also where there are more or fewer lines than images
 */
export async function* readLines(bytes: ByteStream, context: ReadContext, { images, path }: ImageList, language: string): AsyncGenerator<CaptionFileChunk> {
  const collector = new ChunkCollector();
  const rows = new RowRecords(collector, context.limits);
  context.about.collection = images[0]?.url ? "coco" : "flickr30k";
  let record = 0;
  for await (const lines of textLines(bytes, context.label)) {
    for (const caption of lines) {
      const image = images[record];
      if (!image && caption.trim() === "") continue;
      record += 1;
      if (image) rows.add({ imageId: image.id, captionId: null, caption, language, url: image.url, fileName: image.fileName }, record);
    }
    yield* collector.takeFull();
  }
  if (record !== images.length) throw new AppError("bad_input", `${context.label} has ${record} lines, but its list of images, ${path}, has ${images.length}, so that captions would stand at wrong images. Download the archive again.`);
  yield* collector.takeAll();
}
