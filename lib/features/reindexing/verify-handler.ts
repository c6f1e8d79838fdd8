import type { z } from "zod";
import { findDatabaseFaults, countBadEmbeddings } from "@/lib/database/integrity";
import type { JobContext, JobHandler } from "@/lib/features/jobs/job-context";
import { listGenerationsIn } from "@/lib/database/generations";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { findGenerationFaults } from "./verify/find-generation-faults";
import { verifyParameters, type VerifySummary } from "./verify/verify-types";

async function verify({ db, dataDir, meter, signal }: JobContext): Promise<VerifySummary> {
  const start = performance.now();
  const store = new GenerationStore(dataDir);
  const rows = await listGenerationsIn(db, ["active", "ready", "refused"]);
  meter.begin("files", rows.length);
  const generations: VerifySummary["generations"] = [];
  for (const row of rows) {
    generations.push({ id: row.id, state: row.state, faults: await findGenerationFaults(db, store, row) });
    signal.throwIfAborted();
    meter.advanceTo(generations.length);
  }
  meter.end();
  meter.begin("counts", null);
  const embeddings = await countBadEmbeddings(db);
  signal.throwIfAborted();
  const database = await findDatabaseFaults(db, signal);
  meter.end();
  const found = {
    generations,
    embeddings: embeddings.map(({ model, count }) => ({ model, count, mend: "Take them away with npm run prune; npm run reindex then embeds these captions again." })),
    database: database.map((fault) => ({ fault, mend: "Restore the last backup (npm run restore -- FILE), or move kotomap.db away and ingest the caption files again." })),
  };
  const ok = database.length + embeddings.length === 0 && generations.every(({ faults }) => faults.length === 0);
  return { ok, ...found, seconds: (performance.now() - start) / 1000 };
}

/** Reads everything that is kept and tells what is not as it was written; changes nothing. */
export const verifyHandler: JobHandler<z.infer<typeof verifyParameters>, VerifySummary> = { kind: "verify", parameters: verifyParameters, lock: null, run: (_parameters, context) => verify(context) };
