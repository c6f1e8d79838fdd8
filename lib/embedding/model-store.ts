import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { findFileFault } from "./find-file-fault";
import { checkTokenLimit } from "./model/find-token-limit";
import type { ModelSettings } from "./model/model-settings";
import { type ModelManifest, modelManifest } from "./model-manifest";
import type { StoredModel } from "./stored-model";

/** The model that comes with Kotomap, used where no other is named. */
export const BUNDLED = "kotomap-ja-en-v1";

/** The folder is a setting: a bundler that follows it would take the whole project for part of the server. */
const within = (folder: string, name: string) => path.join(/* turbopackIgnore: true */ folder, name);

/** A model that cannot be used: names the file, the fault and the mend. */
function unavailable(file: string, fault: string, cause?: unknown): AppError {
  const mend = `Get it again from the project (in a clone: git checkout -- ${path.basename(path.dirname(file))} inside the models folder), or set KOTOMAP_MODELS_DIR to a folder that holds it`;
  return new AppError("model_unavailable", `The encoder cannot be used: ${file} ${fault}. ${mend}.`, { field: path.basename(file), cause });
}

/** What a folder with a model.json says of its model. @throws AppError `model_unavailable` */
export async function readModelManifest(folder: string): Promise<ModelManifest> {
  const file = within(folder, "model.json");
  const text = await fs.readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw unavailable(file, error.code === "ENOENT" ? "is missing" : `cannot be read (${error.message})`, error);
  });
  try {
    return modelManifest.parse(JSON.parse(text));
  } catch (error) {
    throw unavailable(file, "is not the description of a model", error);
  }
}

/** The files that decide a vector: the graph, the weights that all graphs share, and the tokenizer. */
function decidingFiles(manifest: ModelManifest, graph: string): string[] {
  const otherGraphs = new Set(Object.values(manifest.graphs).filter((name) => name !== graph));
  return Object.keys(manifest.files).filter((name) => !otherGraphs.has(name));
}

/** SHA-256 over the files' own SHA-256, sorted, and the settings that decide a vector; their names and places do not count. */
function identityHash({ files, pooling, normalized, prefix, maxTokens }: ModelManifest, names: string[]): string {
  const digests = names.map((name) => files[name]?.sha256 ?? "").sort();
  const settings = JSON.stringify([pooling, normalized, prefix.query, prefix.document, maxTokens]);
  return createHash("sha256").update([...digests, settings].join("\n")).digest("hex");
}

/** The manifest as a person's settings change it. @throws AppError `invalid_parameter` where they cannot */
function withSettings(manifest: ModelManifest, { pooling, queryPrefix, documentPrefix, maxTokens }: ModelSettings): ModelManifest {
  if (pooling) throw new AppError("invalid_parameter", `The model ${manifest.id} pools by itself: leave --pooling out.`, { field: "pooling" });
  const prefix = { query: queryPrefix ?? manifest.prefix.query, document: documentPrefix ?? manifest.prefix.document };
  return { ...manifest, prefix, maxTokens: maxTokens === undefined ? manifest.maxTokens : checkTokenLimit(maxTokens, manifest.maxTokens) };
}

/**
 * The model in a folder with a model.json, sizes and SHA-256 of its files verified (34 MB in less than 0.1 s).
 * @param settings.name what it is called, in place of the id in its manifest
 * @throws AppError `model_unavailable` naming the first file that is missing, cut off or changed; `invalid_parameter` for settings that it cannot have
 */
export async function openManifestModel(folder: string, settings: ModelSettings & { name?: string } = {}): Promise<StoredModel> {
  const manifestFile = within(folder, "model.json");
  const manifest = withSettings(await readModelManifest(folder), settings);
  const graph = manifest.graphs.cpu;
  const names = decidingFiles(manifest, graph);
  for (const name of new Set([graph, manifest.tokenizer, ...names])) {
    const expected = manifest.files[name];
    if (!expected) throw unavailable(manifestFile, `does not name the size of ${name}`);
    const fault = await findFileFault(within(folder, name), expected);
    if (fault) throw unavailable(within(folder, name), fault);
  }
  const { portable = graph, gpu, inspect } = manifest.graphs;
  const { maxTokens, dimensions, languages } = manifest;
  return {
    identity: { name: settings.name ?? manifest.id, sha256: identityHash(manifest, names), dimensions: dimensions[0], maxTokens, languages },
    dimensionChoices: dimensions,
    graphs: { cpu: within(folder, graph), portable: within(folder, portable), gpu: gpu ? within(folder, gpu) : null, inspect: inspect ? within(folder, inspect) : null },
    tokenizer: { file: within(folder, manifest.tokenizer), japanese: null, lowercase: false, maxTokens, cut: "at end", padding: "<pad>" },
    output: { name: "sentence_embedding", pooling: null },
    prefix: manifest.prefix,
  };
}

/** The model in `<modelsDir>/<id>`, as openManifestModel gives it. */
export async function loadBundledModel(modelsDir: string, id: string = BUNDLED, settings: ModelSettings = {}): Promise<StoredModel> {
  return openManifestModel(within(modelsDir, id), settings);
}
