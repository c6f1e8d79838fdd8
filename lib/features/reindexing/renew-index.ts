import type { DeviceChoice } from "@/lib/core/devices";
import { AppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { countCaptionsOf, readRevision } from "@/lib/database/corpus";
import { activateCandidate, findActiveGeneration, removeCaptions, saveGate } from "@/lib/database/generations";
import { findCurrentLayout } from "@/lib/database/layouts";
import { saveModel } from "@/lib/database/models";
import type { ModelIdentity } from "@/lib/embedding/embedder";
import type { JobContext } from "@/lib/features/jobs/job-context";
import { followIndex } from "@/lib/features/layouts/follow-index";
import type { PreparedEncoder } from "@/lib/features/models/prepared-encoder";
import { makeCalibration } from "@/lib/features/relevance/make-calibration";
import { buildCandidate, type Built } from "./build-candidate";
import { checkNotEmpty } from "./check-request";
import { addEmbedded, embedCaptions, type Embedded, NOTHING_EMBEDDED } from "./embed-captions";
import { judgeGeneration } from "./gate/judge-generation";
import { readIndexSettings } from "./index-settings";
import { planRecipe, type Recipe, removesAnything, sliceOf } from "./recipe";
import type { GateReport, ReindexRequest } from "./reindex-types";
import { retireGenerations } from "./retire-generations";
import { sweepGenerations } from "./sweep-generations";

/** What a renewal is told besides the job it runs in. */
export interface RenewOptions {
  encoder: PreparedEncoder;
  /** Length of the generation's vectors. */
  dimensions: number;
  request: Omit<ReindexRequest, "encoder">;
  /** Told how the device was chosen, before anything is embedded. */
  onDevice?: (choice: DeviceChoice) => void;
}

export interface Renewal {
  embedded: Embedded;
  index: { id: string | null; isNew: boolean; count: number };
  gate: GateReport | null;
  /** What failed on the way and what followed from it, for people. */
  notices: string[];
}

interface Run {
  context: JobContext;
  options: RenewOptions;
  recipe: Recipe;
  modelId: number;
  onNotice: (message: string) => void;
}

const pick = ({ name, sha256, dimensions }: ModelIdentity) => ({ name, sha256, dimensions });

function refused(id: string, { failures }: GateReport): AppError {
  return new AppError("gate_failed", `The new index generation ${id} was refused, and searches go on with the one before: ${failures.join(" ")} npm run generation -- show ${id} lists the queries. To use it all the same: npm run generation -- activate ${id} --force`);
}

/**
 * Embeds what has no vector yet and brings the index up to date: builds a generation beside the active one, takes in what arrives meanwhile, judges it and
 * makes it the active one, in one step with taking out what the request removes; a layout of the map follows by a job of its own. Where the active generation
 * is just that already, nothing is built.
 * The job has to hold the lock "index". Killed at any moment, the next run goes on.
 * @throws AppError `gate_failed` where it searches worse, the old one staying active; `conflict` where the job was taken over; `disk_full`
 */
export async function renewIndex(context: JobContext, options: RenewOptions): Promise<Renewal> {
  const { db, dataDir, log } = context;
  const { encoder, dimensions, request } = options;
  const { identity } = encoder.model;
  const notices: string[] = [];
  const onNotice = (message: string) => {
    notices.push(message);
    log(message, "warn");
  };
  await sweepGenerations(db, dataDir);
  const modelId = await saveModel(db, { ...pick(identity), reference: JSON.stringify(encoder.reference), settings: JSON.stringify(encoder.settings) });
  const recipe = planRecipe(await findActiveGeneration(db), identity, dimensions, request);
  const run: Run = { context, options, recipe, modelId, onNotice };
  const shown = await findCurrentLayout(db);
  for (let embedded = NOTHING_EMBEDDED; ; ) {
    // Captions that are stored from here on move the revision, and lead to another round.
    const revision = await readRevision(db);
    embedded = addEmbedded(embedded, await embedMissing(run));
    const built = await build(run, embedded.device);
    const expected = await countCaptionsOf(db, sliceOf(recipe));
    if ((await readRevision(db)) !== revision) continue;
    const done = await takeUp(run, built, { revision, expected });
    if (!done) continue;
    await retireGenerations(db, dataDir, (await readIndexSettings(db)).keep);
    if (done.index.isNew && shown) await followIndex(context, shown);
    return { embedded, notices, ...done };
  }
}

const embedMissing = ({ context, options, recipe, modelId, onNotice }: Run) =>
  embedCaptions(context, options.encoder, { modelId, slice: sliceOf(recipe), onDevice: options.onDevice ?? (() => undefined), onNotice });

const build = ({ context, options, recipe, modelId }: Run, device: string | null) =>
  buildCandidate(context, { recipe, modelId, fullDimensions: options.encoder.model.identity.dimensions, device, full: options.request.full ?? false, swap: options.request.swap ?? "beside" });

/** @returns null where captions changed meanwhile, and the candidate lacks them */
async function takeUp(run: Run, built: Built, { revision, expected }: { revision: number; expected: number }): Promise<Pick<Renewal, "index" | "gate"> | null> {
  const { db, jobId, signal } = run.context;
  if (built.kind !== "candidate") return keep(run, built);
  const gate = await judge(run, built.id, expected);
  const forced = !gate.passed;
  if (forced && !run.options.request.force) {
    await saveGate(db, built.id, JSON.stringify(gate), "refused");
    await retireGenerations(db, run.context.dataDir, (await readIndexSettings(db)).keep);
    throw refused(built.id, gate);
  }
  await saveGate(db, built.id, JSON.stringify(gate), "candidate");
  if (forced) run.onNotice(`The generation ${built.id} is activated though its gate failed, as was asked for: ${gate.failures.join(" ")}`);
  if (gate.fileFault === null) await makeCalibration(run.context, built.id);
  signal.throwIfAborted();
  run.context.meter.begin("activate", null);
  const active = await activateCandidate(db, jobId, { id: built.id, forced, removal: run.recipe.removes, revision });
  run.context.meter.end();
  return active ? { index: { id: built.id, isNew: true, count: built.count }, gate } : null;
}

async function judge({ context }: Run, id: string, expected: number): Promise<GateReport> {
  const { db, dataDir, meter, signal } = context;
  const { recallTarget, margin } = await readIndexSettings(db);
  return judgeGeneration(db, id, { dataDir, modelsDir: readEnv().modelsDir, expected, recallTarget, margin, meter, signal });
}

/** Nothing is built, though captions outside the selection may have to go. */
async function keep({ context, options, recipe }: Run, built: Exclude<Built, { kind: "candidate" }>): Promise<Pick<Renewal, "index" | "gate">> {
  const { db, jobId } = context;
  const active = await findActiveGeneration(db);
  if (built.kind === "empty") checkNotEmpty(0, recipe, { ...options.request, hasIndex: active !== null });
  if (removesAnything(recipe.removes)) await removeCaptions(db, jobId, recipe.removes);
  // An attempt before this one, whose process was killed, may have activated it.
  const isNew = active?.jobId === jobId;
  return { index: { id: active?.id ?? null, isNew, count: active?.count ?? 0 }, gate: isNew && active.gate !== null ? (JSON.parse(active.gate) as GateReport) : null };
}
