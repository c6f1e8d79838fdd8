import type { Database, Transaction } from "./client";
import { readRevision, type CorpusRemoval } from "./corpus";
import type { Generation } from "./generated/client";
import { confirmLease } from "./job-lease";
import { markRemoved } from "./removals";

export type { Generation } from "./generated/client";

/** Retired generations that lists still show. */
const RETIRED_SHOWN = 20;
/** Milliseconds; marking what is removed may take seconds. */
const PATIENCE = { timeout: 10 * 60_000, maxWait: 10 * 60_000 };

export interface NewCandidate {
  id: string;
  model: { name: string; sha256: string; dimensions: number };
  count: number;
  contentSha256: string;
  manifest: unknown;
  /** As JSON. */
  selection: string;
  removes: string;
  swap: string;
  jobId: number;
}

interface Activation {
  id: string;
  /** Its gate failed, and it becomes active all the same. */
  forced: boolean;
  removal: CorpusRemoval;
  /** Of the corpus, as the generation was built from it. */
  revision: number;
}

export async function saveCandidate(db: Database, { model, manifest, ...rest }: NewCandidate): Promise<void> {
  await db.generation.create({ data: { ...rest, modelName: model.name, modelSha256: model.sha256, dimensions: model.dimensions, manifest: JSON.stringify(manifest), state: "candidate" } });
}

/** @param gate as JSON */
export async function saveGate(db: Database, id: string, gate: string, state: "candidate" | "refused"): Promise<void> {
  await db.generation.update({ where: { id }, data: { gate, state } });
}

/** Later than all before, so that their order is that of the activations even where the clock was set back. */
async function nextActivation(tx: Transaction): Promise<Date> {
  const { _max } = await tx.generation.aggregate({ _max: { activatedAt: true } });
  return new Date(Math.max(Date.now(), (_max.activatedAt?.getTime() ?? 0) + 1));
}

async function makeActive(tx: Transaction, id: string, forced: boolean): Promise<void> {
  await tx.generation.updateMany({ where: { state: "active" }, data: { state: "ready" } });
  await tx.generation.update({ where: { id }, data: { state: "active", activatedAt: await nextActivation(tx), forced } });
}

/**
 * Makes a candidate the active generation and takes out what it removes: the single step by which searches change over.
 * @returns false, with nothing changed, where the corpus is not as it was when the candidate was built
 * @throws AppError `conflict` where the job is another process's by now
 */
export async function activateCandidate(db: Database, jobId: number, { id, forced, removal, revision }: Activation): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await confirmLease(tx, jobId);
    if ((await readRevision(tx)) !== revision) return false;
    await markRemoved(tx, removal);
    await makeActive(tx, id, forced);
    return true;
  }, PATIENCE);
}

/** Takes captions out of the corpus where no generation has to change for it. @throws AppError `conflict` as activateCandidate */
export async function removeCaptions(db: Database, jobId: number, removal: CorpusRemoval): Promise<void> {
  await db.$transaction(async (tx) => {
    await confirmLease(tx, jobId);
    await markRemoved(tx, removal);
  }, PATIENCE);
}

/**
 * Makes a kept generation the active one.
 * @param removal what its activation takes out of the corpus
 * @param check is called within the transaction, before anything changes; what it throws ends it
 */
export async function activateKept(db: Database, id: string, { removal, forced, swap, check }: { removal: CorpusRemoval; forced: boolean; swap: string; check: (tx: Transaction) => Promise<void> }): Promise<void> {
  await db.$transaction(async (tx) => {
    // A write first: the checks are then of what stands when this becomes true.
    await tx.generation.update({ where: { id }, data: { swap } });
    await check(tx);
    await markRemoved(tx, removal);
    await makeActive(tx, id, forced);
  }, PATIENCE);
}

export async function findGeneration(db: Database | Transaction, id: string): Promise<Generation | null> {
  return db.generation.findUnique({ where: { id } });
}

export async function findActiveGeneration(db: Database | Transaction): Promise<Generation | null> {
  return db.generation.findFirst({ where: { state: "active" }, orderBy: { activatedAt: "desc" } });
}

/** The active generation, then the ones kept for going back, the latest first. */
export async function listUsableGenerations(db: Database): Promise<Generation[]> {
  const all = await db.generation.findMany({ where: { state: { in: ["active", "ready"] } }, orderBy: { activatedAt: "desc" } });
  return [...all.filter(({ state }) => state === "active"), ...all.filter(({ state }) => state !== "active")];
}

/** All that are on disk, newest first, then the latest of those that are not any more. */
export async function listKnownGenerations(db: Database): Promise<Generation[]> {
  const kept = await db.generation.findMany({ where: { state: { not: "retired" } }, orderBy: { id: "desc" } });
  return [...kept, ...(await db.generation.findMany({ where: { state: "retired" }, orderBy: { id: "desc" }, take: RETIRED_SHOWN }))];
}

export async function listGenerationsIn(db: Database, states: string[]): Promise<Generation[]> {
  return db.generation.findMany({ where: { state: { in: states } }, orderBy: { id: "desc" } });
}

/** Its layouts go with it. */
export async function retireGeneration(db: Database | Transaction, id: string): Promise<void> {
  await db.layout.deleteMany({ where: { generationId: id } });
  await db.generation.update({ where: { id }, data: { state: "retired" } });
}

/** Forgets a generation that never was anything but a candidate. */
export async function forgetCandidate(db: Database, id: string): Promise<void> {
  await db.generation.deleteMany({ where: { id, state: "candidate" } });
}
