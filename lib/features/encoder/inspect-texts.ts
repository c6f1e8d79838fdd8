import { readEnv } from "@/lib/core/env";
import { processSingleton } from "@/lib/core/process-singleton";
import { loadBundledModel } from "@/lib/embedding/model-store";
import { openGenerationModel } from "@/lib/features/models/open-generation-model";
import { searchEngine } from "@/lib/features/serving/search-engine";
import { InspectorShelf, type ModelInspection, type WantedModel } from "./inspector-shelf";

const shelf = () => processSingleton("inspector shelf", () => new InspectorShelf());

/** The model of the generation that answers; before there is one, the bundled model. */
async function withModel<T>(work: (model: WantedModel) => Promise<T>): Promise<T> {
  const { dataDir, modelsDir } = readEnv();
  return searchEngine().useIfAny(async (db, searchable) => {
    if (!searchable) return work({ sha256: (await searchEngine().describeEmbedder()).model.sha256, open: () => loadBundledModel(modelsDir) });
    const { id, model } = searchable.generation.manifest;
    return work({ sha256: model.sha256, open: () => openGenerationModel(db, { id, modelName: model.name, modelSha256: model.sha256 }, { dataDir, modelsDir }) });
  });
}

/**
 * What the encoder of the searches does with a sentence, or with two in one batch.
 * @throws AppError `overloaded`, `model_unavailable`
 */
export function inspectTexts({ text, to }: { text: string; to?: string | undefined }): Promise<ModelInspection> {
  return withModel((model) => shelf().inspect(model, to === undefined ? [text] : [text, to]));
}
