import path from "node:path";
import { ingestCaptions } from "@/lib/features/ingestion/ingest-captions";
import type { IngestProgress, IngestSummary } from "@/lib/features/ingestion/ingest-types";
import { findActiveGeneration } from "@/lib/database/generations";
import { prepareDatabase } from "./prepare-database";

const COLLECTION = "sample";

/**
 * Ingests the bundled sample corpus into a data folder without captions, or goes on where that was stopped.
 * Does nothing where there are captions of anybody's own.
 */
export async function seedSample(options: { signal?: AbortSignal; onProgress?: (progress: IngestProgress) => void } = {}): Promise<{ seeded: boolean; summary: IngestSummary | null }> {
  const { db } = await prepareDatabase();
  const own = await db.caption.findFirst({ where: { source: { collection: { name: { not: COLLECTION } } } } });
  if (own || (await findActiveGeneration(db))) return { seeded: false, summary: null };
  const files = ["captions_ja.json", "captions_en.json"].map((name) => path.resolve("public/sample", name));
  const summary = await ingestCaptions({ files, collection: COLLECTION, language: null, maxBadShare: 0, imagesDir: null }, options);
  return { seeded: true, summary };
}
