import { createHash } from "node:crypto";
import type { Database } from "@/lib/database/client";
import type { CorpusSlice } from "@/lib/database/corpus";
import { readIndexedContent } from "@/lib/database/embeddings";

/** Rows read from the database at once. */
const PAGE = 4096;

export interface Content {
  sha256: string;
  count: number;
}

/** What a generation of the slice would hold besides vectors: the same captions have the same hash. */
export async function hashContent(db: Database, modelId: number, slice: CorpusSlice, signal: AbortSignal): Promise<Content> {
  const hash = createHash("sha256");
  let count = 0;
  for await (const lines of readIndexedContent(db, modelId, PAGE, slice)) {
    signal.throwIfAborted();
    hash.update(lines);
    count += lines.split("\n").length - 1;
  }
  return { sha256: hash.digest("hex"), count };
}
