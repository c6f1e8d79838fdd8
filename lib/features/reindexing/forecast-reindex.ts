import { statfs } from "node:fs/promises";
import { readEnv } from "@/lib/core/env";
import type { Database } from "@/lib/database/client";
import { countCaptionsOf } from "@/lib/database/corpus";
import { countPending } from "@/lib/database/embeddings";
import { findActiveGeneration, type Generation } from "@/lib/database/generations";
import { examineModel, type ModelLook } from "@/lib/embedding/model/examine-model";
import { chooseDimensions } from "@/lib/features/models/choose-dimensions";
import { generationMemory } from "@/lib/vector-index/generation-memory";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { checkNotEmpty, checkRemoval } from "./check-request";
import { estimateEmbeddingBytes, estimateGenerationBytes } from "./estimate-size";
import { findKnownModel, type FoundModel } from "./find-known-model";
import { findRates } from "./find-rates";
import { findIndexHolder } from "./index-holder";
import { planContinuation } from "./plan-continuation";
import { planRecipe, type Recipe, sliceOf } from "./recipe";
import type { Forecast, ReindexRequest } from "./reindex-types";

/** Length of the vectors of a model that was never opened: that of most small ones, the bundled one among them. */
const USUAL_DIMENSIONS = 384;
/** A process that builds, besides the generation that it holds. Measured: npm run reindex with 165 423 captions. */
const BUILDER_BYTES = 400e6;
/** Files are written beside each other for a moment, and a disk should not be filled to its last byte. */
const SPARE = 1.05;

/** Lengths that the vectors may have, the full one first; null where the model has to be opened or fetched to know. */
function listLengths({ row }: FoundModel, { dimensions, shorter }: ModelLook): number[] | null {
  const full = row?.dimensions ?? dimensions;
  return full === null ? null : [full, ...shorter.filter((length) => length < full)];
}

function planDimensions(wish: number | undefined, model: FoundModel, lengths: number[] | null, active: Generation | null): number {
  if (!lengths) return wish ?? USUAL_DIMENSIONS;
  const [dimensions = USUAL_DIMENSIONS] = lengths;
  return chooseDimensions({ identity: { name: model.name, sha256: model.row?.sha256 ?? "", dimensions }, dimensionChoices: lengths }, wish, active);
}

async function measureDisk(dataDir: string, needed: number): Promise<Forecast["disk"]> {
  const { bavail, bsize } = await statfs(/* turbopackIgnore: true */ dataDir);
  const free = bavail * bsize;
  return { needed, free, fits: SPARE * needed <= free };
}

function measureMemory({ model, hnsw }: Recipe, count: number): Forecast["memory"] {
  const serve = generationMemory({ count, model, hnsw });
  const build = serve + BUILDER_BYTES;
  const available = process.availableMemory();
  return { build, serve, available, fits: build <= available && serve <= available };
}

function addUp(parts: (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

const secondsFor = (count: number, rate: { value: number } | null) => (count === 0 ? 0 : rate && count / rate.value);

/**
 * What a re-index would do and need, from counts, the rates of the last jobs and what the machine has. Cheap enough for a form that is being filled in.
 * Where the model never embedded anything here, all captions have to be embedded, and no rate is known.
 * @throws AppError as the job would: `invalid_parameter` for a model that there is not, dimensions that its vectors cannot have, and a selection without captions; `model_unavailable`; `not_found`
 */
export async function forecastReindex(db: Database, request: ReindexRequest, { dataDir, modelsDir = readEnv().modelsDir }: { dataDir: string; modelsDir?: string }): Promise<Forecast> {
  if (request.remove) await checkRemoval(db, request.remove);
  const active = await findActiveGeneration(db);
  const model = await findKnownModel(db, request.encoder ?? {});
  const look = await examineModel(model.reference, { modelsDir, dataDir });
  const lengths = listLengths(model, look);
  const dimensions = planDimensions(request.encoder?.dimensions, model, lengths, active);
  const fullDimensions = model.row?.dimensions ?? dimensions;
  const recipe = planRecipe(active, { name: model.name, sha256: model.row?.sha256 ?? "" }, dimensions, request);
  const captions = await countCaptionsOf(db, sliceOf(recipe));
  checkNotEmpty(captions, recipe, { ...request, hasIndex: active !== null });
  const toEmbed = model.row ? await countPending(db, model.row.id, sliceOf(recipe)) : captions;
  const { kept, continued, toIndex } = await planContinuation(db, new GenerationStore(dataDir), active, recipe, { captions, modelId: model.row?.id ?? null, full: request.full ?? false });
  const { gate: gateCost, write, ...known } = await findRates(db, model.name);
  const rates = model.row ? known : { embed: null, index: known.index };
  const seconds = {
    embed: secondsFor(toEmbed, rates.embed),
    index: kept ? 0 : addUp([secondsFor(captions, write), secondsFor(toIndex, rates.index)]),
    gate: kept ? 0 : gateCost && gateCost * captions,
  };
  const memory = measureMemory(recipe, captions);
  return {
    captions,
    reused: captions - toEmbed,
    toEmbed,
    model: { id: model.name, dimensions, dimensionChoices: lengths, toFetch: !look.present },
    continued,
    seconds: { ...seconds, total: addUp([seconds.embed, seconds.index, seconds.gate]) },
    rates,
    disk: await measureDisk(dataDir, estimateGenerationBytes({ count: captions, dimensions, hnsw: recipe.hnsw }) + estimateEmbeddingBytes(toEmbed, fullDimensions)),
    memory,
    suggestedSwap: memory.serve > memory.available ? "pause" : "beside",
    waitsFor: await findIndexHolder(db),
  };
}
