import type { CaptionFileChunk } from "../caption-file";
import type { ByteStream } from "./byte-stream";
import { ChunkCollector } from "./chunk-collector";
import { excerpt } from "./excerpt";
import type { ReadContext } from "./file-reader";
import { readFlickrLine, type FlickrLayout } from "./flickr-line";
import { readNamedImage } from "./named-image";
import { RowRecords } from "./row-record";
import { textLines } from "./text-lines";

const COLUMNS: Record<FlickrLayout, string> = { token: "image#number, tab, caption", pipes: "image| number| caption" };
/** Flickr8k's names carry a secret of ten digits: "1000268201_693b08cb0e.jpg". */
const FLICKR8K_NAME = /^\d+_[0-9a-f]{10}\./;

/** Reads the caption files of Flickr8k and Flickr30k: one caption a line, known by its picture's file name and a number. */
export async function* readFlickr(bytes: ByteStream, context: ReadContext, layout: FlickrLayout): AsyncGenerator<CaptionFileChunk> {
  const collector = new ChunkCollector();
  const rows = new RowRecords(collector, context.limits);
  let header = layout === "pipes";
  let record = 0;
  for await (const lines of textLines(bytes, context.label)) {
    for (const line of lines) {
      if (header || line.trim() === "") {
        header = false;
        continue;
      }
      record += 1;
      const found = readFlickrLine(line, layout);
      if (!found) {
        collector.caption({ record, reason: "bad_record", detail: `not laid out as ${COLUMNS[layout]}: ${excerpt(line)}` });
        continue;
      }
      const { id, fileName, url } = readNamedImage(found.fileName);
      context.about.collection ??= FLICKR8K_NAME.test(fileName) ? "flickr8k" : "flickr30k";
      rows.add({ imageId: id, captionId: `${fileName}#${found.number}`, caption: found.caption, language: null, url, fileName }, record);
    }
    yield* collector.takeFull();
  }
  yield* collector.takeAll();
}
