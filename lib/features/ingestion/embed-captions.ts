import type { Database } from "@/lib/database/client";
import { countPending, readPending, saveEmbeddings } from "@/lib/database/embeddings";
import type { Embedder } from "@/lib/embedding/embedder";
import type { ProgressMeter } from "./progress-meter";

/** Captions embedded and saved together: at a kill, at most two such chunks have to be embedded again. */
const CHUNK = 1024;

/**
 * Embeds every caption that has no vector of this model for its present text, whichever file it came from.
 * @returns how many, and how many a second
 */
export async function embedCaptions(db: Database, embedder: Embedder, modelId: number, meter: ProgressMeter, signal: AbortSignal): Promise<{ count: number; rate: number | null }> {
  const total = await countPending(db, modelId);
  if (total === 0) return { count: 0, rate: null };
  meter.begin("embed", total, { device: embedder.device });
  let done = 0;
  for await (const { items, vectors } of embedder.embedStream(readPending(db, modelId, CHUNK), ({ text }) => text, { signal })) {
    await saveEmbeddings(db, modelId, items, vectors);
    done += items.length;
    meter.advanceTo(done);
  }
  return { count: done, rate: meter.end() };
}
