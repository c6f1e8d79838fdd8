import { readEnv } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { saveCalibration } from "@/lib/database/calibrations";
import type { JobContext } from "@/lib/features/jobs/job-context";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { calibrateGeneration } from "./calibrate-generation";
import { openQueries } from "./ask-rows";
import type { Calibration } from "./relevance-types";

const SEED = 0;

type Context = Pick<JobContext, "db" | "dataDir" | "meter" | "signal" | "log">;

/** Learns what cosines mean in a loaded generation, and keeps it in the database. @throws AppError `model_unavailable`; the signal's reason */
export async function calibrateAndSave({ db, dataDir, meter, signal }: Context, generation: LoadedGeneration): Promise<Calibration> {
  const queries = await openQueries(db, generation, { dataDir, modelsDir: readEnv().modelsDir });
  try {
    meter.begin("calibrate", null);
    const calibration = await calibrateGeneration(generation, { seed: SEED, ask: queries.ask, signal, onDone: () => meter.advanceTo(meter.current.done + 1) });
    meter.end();
    await saveCalibration(db, generation.manifest.id, JSON.stringify(calibration));
    return calibration;
  } finally {
    await queries.close();
  }
}

/** The same for a generation that was just built. Searches do without where it cannot be done: that is told, and does not hold up the index. */
export async function makeCalibration(context: Context, id: string): Promise<void> {
  const generation = await new GenerationStore(context.dataDir).load(id);
  try {
    await calibrateAndSave(context, generation);
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof AppError)) throw error;
    context.log(`What scores mean in the generation ${id} was not measured: ${error.message}`, "warn");
  } finally {
    await generation.release();
  }
}
