import { createHash } from "node:crypto";
import { hashFile } from "@/lib/core/hash-file";
import type { StoredModel } from "../stored-model";
import { type ModelConfigs, readConfigs } from "./config-files";
import { digestGraph } from "./digest-graph";
import { findGraphs } from "./find-graphs";
import { findPooling } from "./find-pooling";
import { findPrefix } from "./find-prefix";
import { findShorterLengths } from "./find-shorter-lengths";
import { findTokenLimit } from "./find-token-limit";
import { findTokenizer } from "./find-tokenizer";
import type { ModelSettings } from "./model-settings";
import { tryModel } from "./try-model";

/** SHA-256 over those of the files, sorted, and the settings that decide a vector; names and places do not count. */
function identityHash(digests: readonly string[], { output, prefix, tokenizer: { file: _, ...tokenizer } }: Pick<StoredModel, "output" | "prefix" | "tokenizer">): string {
  const settings = JSON.stringify([output.name, output.pooling, prefix.query, prefix.document, tokenizer]);
  return createHash("sha256").update([...digests].sort().concat(settings).join("\n")).digest("hex");
}

/** Lengths that the model was trained to be cut to, after the full one. */
function findDimensionChoices(configs: ModelConfigs, full: number): number[] {
  return [full, ...findShorterLengths(configs).filter((length) => length < full)];
}

/**
 * A model in the layout of transformers and sentence-transformers with an ONNX graph, all its deciding files read once.
 * @throws AppError `model_unavailable` naming file, fault and mend; `invalid_parameter` for settings that it cannot have
 */
export async function openExportedModel(folder: string, name: string, settings: ModelSettings): Promise<StoredModel> {
  const graphs = await findGraphs(folder);
  const configs = await readConfigs(folder);
  const maxTokens = findTokenLimit(configs, settings.maxTokens);
  const tokenizer = await findTokenizer(folder, configs, maxTokens);
  const digests = [...(await digestGraph(graphs.cpu)), await hashFile(tokenizer.file)];
  const { output, dimensions } = await tryModel({ folder, graph: graphs.cpu, tokenizer, advice: await findPooling(folder), given: settings.pooling });
  const prefix = findPrefix(configs, settings);
  const sha256 = identityHash(digests, { output, prefix, tokenizer });
  return { identity: { name, sha256, dimensions, maxTokens, languages: [] }, dimensionChoices: findDimensionChoices(configs, dimensions), graphs, tokenizer, output, prefix };
}
