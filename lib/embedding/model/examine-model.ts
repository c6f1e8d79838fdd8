import fs from "node:fs/promises";
import path from "node:path";
import { modelFolderName } from "../hub/model-id";
import { readModelManifest } from "../model-store";
import { readConfigs } from "./config-files";
import { findGraphs } from "./find-graphs";
import { findShorterLengths } from "./find-shorter-lengths";
import { modelFault } from "./model-fault";
import type { ModelReference } from "./model-reference";

/** What a model's folder tells without a graph being opened. */
export interface ModelLook {
  /** False for one of the hub that has to be fetched first; nothing else is known of it then. */
  present: boolean;
  /** Length of its vectors in full; null where only the graph tells. */
  dimensions: number | null;
  /** Lengths that its vectors may be cut to. */
  shorter: number[];
}

const exists = async (place: string) => (await fs.stat(/* turbopackIgnore: true */ place).catch(() => null)) !== null;
const within = (folder: string, ...names: string[]) => path.join(/* turbopackIgnore: true */ folder, ...names);

async function examineFolder(folder: string): Promise<ModelLook> {
  if (!(await exists(folder))) throw modelFault(folder, "does not exist", { mend: "Put the folder back, or choose another model" });
  if ((await exists(within(folder, "model.json"))) && !(await exists(within(folder, "config.json")))) {
    const [dimensions, ...shorter] = (await readModelManifest(folder)).dimensions;
    return { present: true, dimensions, shorter };
  }
  await findGraphs(folder);
  return { present: true, dimensions: null, shorter: findShorterLengths(await readConfigs(folder)) };
}

/**
 * A look at what openModel would open, in milliseconds: its small files alone are read.
 * @throws AppError `model_unavailable` for a folder that holds no model
 */
export async function examineModel(reference: ModelReference, { modelsDir, dataDir }: { modelsDir: string; dataDir: string }): Promise<ModelLook> {
  if (reference.kind === "bundled") return examineFolder(within(modelsDir, reference.id));
  if (reference.kind === "folder") return examineFolder(reference.path);
  const folder = within(dataDir, "models", modelFolderName(reference.id, reference.revision));
  return (await exists(folder)) ? examineFolder(folder) : { present: false, dimensions: null, shorter: [] };
}
