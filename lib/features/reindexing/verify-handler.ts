import type { z } from "zod";
import { findDatabaseFaults, findBadEmbeddings } from "@/lib/database/integrity";
import type { JobContext, JobHandler } from "@/lib/features/jobs/job-context";
import { listGenerationsIn } from "@/lib/database/generations";
import { LayoutStore } from "@/lib/features/layouts/layout-store";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { findGenerationFaults } from "./verify/find-generation-faults";
import { findLayoutFaults } from "./verify/find-layout-faults";
import { verifyParameters, type VerifySummary } from "./verify/verify-types";

async function verify({ db, dataDir, meter, signal }: JobContext): Promise<VerifySummary> {
  const start = performance.now();
  const store = new GenerationStore(dataDir);
  const layouts = new LayoutStore(dataDir);
  const rows = await listGenerationsIn(db, ["active", "ready", "refused"]);
  meter.begin("files", rows.length);
  const generations: VerifySummary["generations"] = [];
  for (const row of rows) {
    generations.push({ id: row.id, state: row.state, faults: [...(await findGenerationFaults(db, store, row)), ...(await findLayoutFaults(db, layouts, row.id))] });
    signal.throwIfAborted();
    meter.advanceTo(generations.length);
  }
  meter.end();
  meter.begin("counts", null);
  const embeddings = await findBadEmbeddings(db, signal);
  signal.throwIfAborted();
  const database = await findDatabaseFaults(db, signal);
  meter.end();
  const found = {
    generations,
    embeddings: embeddings.map(({ model, captionIds }) => ({ model, count: captionIds.length, mend: "Take them away with npm run prune; npm run reindex then embeds these captions again." })),
    database: database.map((fault) => ({ fault, mend: "Restore the last backup (npm run restore -- FILE), or move kotomap.db away and ingest the caption files again." })),
  };
  const ok = database.length + embeddings.length === 0 && generations.every(({ faults }) => faults.length === 0);
  return { ok, ...found, seconds: (performance.now() - start) / 1000 };
}

/** Reads everything that is kept and tells what is not as it was written; changes nothing. */
export const verifyHandler: JobHandler<z.infer<typeof verifyParameters>, VerifySummary> = { kind: "verify", parameters: verifyParameters, lock: null, run: (_parameters, context) => verify(context) };
