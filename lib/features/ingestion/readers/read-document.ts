import type { CaptionFileChunk } from "../caption-file";
import type { ByteStream } from "./byte-stream";
import type { ChunkCollector } from "./chunk-collector";
import { CocoDocument, type CocoEvents } from "./coco-document";
import { jsonFailure } from "./json-fault";

/** Gathers the records of one document as its entries are read. */
export interface DocumentRecords extends CocoEvents {
  collector: ChunkCollector;
  /** Captions so far. */
  captions: number;
}

/** Reads a JSON document of COCO's shape entry by entry. */
export async function* readDocument(bytes: ByteStream, records: DocumentRecords, label: string): AsyncGenerator<CaptionFileChunk> {
  const document = new CocoDocument(records);
  try {
    for await (const buffer of bytes) {
      document.write(buffer);
      yield* records.collector.takeFull();
    }
    document.end();
  } catch (error) {
    throw jsonFailure(error, label, records.captions);
  }
  yield* records.collector.takeAll();
}
