import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import type { Database, Transaction } from "@/lib/database/client";
import { activateKept, findGeneration, type Generation } from "@/lib/database/generations";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { viewGeneration } from "./generation-view";
import { assertIndexFree } from "./index-holder";
import { needGeneration, readGeneration } from "./read-generation";
import { removalSchema } from "./reindex-request";
import type { GateReport, GenerationView } from "./reindex-types";

/** How a generation is to be activated. */
export const switchSchema = z.strictObject({
  /** Activates one that failed its gate; this is recorded. */
  force: z.boolean().optional(),
  /** As the generation was made for, unless given. */
  swap: z.enum(["beside", "pause"]).optional(),
});

/** Why a generation cannot become active as it is; null where it can. */
function refusal({ id, state, gate }: Generation, force: boolean): AppError | null {
  if (state === "retired") return new AppError("conflict", `The generation ${id} was removed from disk. Build one like it: npm run reindex, with the model and settings that npm run generation -- show ${id} tells.`);
  if (state === "candidate") return new AppError("conflict", `The generation ${id} was not judged yet: the job that builds it ended before. Run npm run reindex, which goes on with it.`);
  if (state !== "refused" || force) return null;
  const failures = gate === null ? [] : (JSON.parse(gate) as GateReport).failures;
  return new AppError("gate_failed", `The generation ${id} was refused: ${failures.join(" ")} To use it all the same: npm run generation -- activate ${id} --force`);
}

/**
 * Makes a kept generation the active one, without building anything: going back, or activating one that its gate refused.
 * Its files are verified before, so that none becomes active that servers refuse.
 * @throws AppError `not_found`; `conflict` while a job changes the index, and for one that is not on disk; `gate_failed` for a refused one without `force`; `index_damaged`
 */
export async function switchGeneration(db: Database, dataDir: string, id: string, { force = false, swap }: z.infer<typeof switchSchema> = {}): Promise<GenerationView> {
  const row = await needGeneration(db, id);
  if (row.state === "active") return viewGeneration(row, dataDir);
  const refused = refusal(row, force);
  if (refused) throw refused;
  await new GenerationStore(dataDir).verify(id);
  // A kept one took its captions out when it became active first: what came back since stays.
  const removal = removalSchema.parse(row.activatedAt === null ? JSON.parse(row.removes) : {});
  const check = async (tx: Transaction) => {
    await assertIndexFree(tx);
    const now = await findGeneration(tx, id);
    if (now?.state !== row.state) throw new AppError("conflict", `The generation ${id} has changed meanwhile: it is ${now?.state ?? "gone"} now. Look again with npm run generation -- list.`);
  };
  await activateKept(db, id, { removal, forced: row.forced || row.state === "refused", swap: swap ?? row.swap, check });
  return readGeneration(db, dataDir, id);
}
