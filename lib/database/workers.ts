import { ownIdentity } from "@/lib/core/process-identity";
import type { Database } from "./client";
import type { Worker } from "./generated/client";
import { ownerWatch, type Owned } from "./owner-watch";

const owned = ({ id, beat, heartbeatAt }: Worker): Owned => ({ key: `worker ${id}`, owner: id, beat, heartbeatAt });

/** A sign of life of this process as a worker; the first one enters it. */
export async function beatWorker(db: Database, version: string): Promise<void> {
  const id = ownIdentity();
  const heartbeatAt = new Date();
  await db.worker.upsert({ where: { id }, create: { id, version, heartbeatAt }, update: { heartbeatAt, beat: { increment: 1 } } });
}

export async function removeWorker(db: Database): Promise<void> {
  await db.worker.deleteMany({ where: { id: ownIdentity() } });
}

/** Removes workers that were killed. */
export async function removeGoneWorkers(db: Database): Promise<void> {
  const gone = (await db.worker.findMany()).filter((worker) => ownerWatch().isGone(owned(worker)));
  if (gone.length > 0) await db.worker.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
}

/** The latest first, with whether each seems alive. */
export async function findWorkers(db: Database): Promise<(Worker & { alive: boolean })[]> {
  const workers = await db.worker.findMany({ orderBy: { startedAt: "desc" } });
  return workers.map((worker) => ({ ...worker, alive: !ownerWatch().seemsGone(owned(worker)) }));
}
