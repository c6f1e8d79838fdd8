import fs from "node:fs/promises";
import path from "node:path";
import { modelFolderName } from "../hub/model-id";
import { loadBundledModel, openManifestModel } from "../model-store";
import type { StoredModel } from "../stored-model";
import { modelFault } from "./model-fault";
import { describeReference, type ModelReference } from "./model-reference";
import type { ModelSettings } from "./model-settings";
import { openExportedModel } from "./open-exported-model";

interface Folders {
  /** Holds the models that come with Kotomap. */
  modelsDir: string;
  /** Its folder models/ holds those of the hub. */
  dataDir: string;
}

const exists = async (place: string) => (await fs.stat(/* turbopackIgnore: true */ place).catch(() => null)) !== null;
const within = (folder: string, ...names: string[]) => path.join(/* turbopackIgnore: true */ folder, ...names);

/** A folder of any layout: Kotomap's own has a model.json and no config.json. */
async function openFolder(folder: string, name: string, settings: ModelSettings): Promise<StoredModel> {
  const own = (await exists(within(folder, "model.json"))) && !(await exists(within(folder, "config.json")));
  return own ? openManifestModel(folder, { ...settings, name }) : openExportedModel(folder, name, settings);
}

/**
 * The model ready to be computed with: files read, settings found, two vectors tried. A 500 MB model takes some seconds.
 * The same files with the same settings have the same identity.sha256, wherever they lie.
 * @throws AppError `model_unavailable` naming what is missing or not supported, and the mend; `invalid_parameter` for settings that the model cannot have
 */
export async function openModel(reference: ModelReference, settings: ModelSettings, { modelsDir, dataDir }: Folders): Promise<StoredModel> {
  switch (reference.kind) {
    case "bundled":
      return loadBundledModel(modelsDir, reference.id, settings);
    case "hub": {
      const folder = within(dataDir, "models", modelFolderName(reference.id, reference.revision));
      if (!(await exists(folder))) throw modelFault(folder, "does not exist", { mend: `Fetch it again, with any caption file: npm run ingest -- FILE --model ${describeReference(reference)}` });
      return openFolder(folder, reference.id, settings);
    }
    case "folder":
      if (!(await exists(reference.path))) throw modelFault(reference.path, "does not exist", { mend: "Put the folder back, or choose another model" });
      return openFolder(reference.path, path.basename(reference.path), settings);
  }
}
