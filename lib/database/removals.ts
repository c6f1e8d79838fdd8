import type { Transaction } from "./client";
import { moveRevision, type CorpusRemoval } from "./corpus";

/** Takes captions out of the corpus; their rows stay for the generations that have them. Ids that are not there, or removed already, change nothing. */
export async function markRemoved(tx: Transaction, { sourceIds, captionIds }: CorpusRemoval): Promise<void> {
  if (sourceIds.length + captionIds.length === 0) return;
  const removedAt = new Date();
  const sources = JSON.stringify(sourceIds);
  await tx.source.updateMany({ where: { id: { in: sourceIds }, removedAt: null }, data: { removedAt } });
  await tx.$executeRaw`UPDATE Caption SET removedAt = ${removedAt} WHERE removedAt IS NULL AND sourceId IN (SELECT value FROM json_each(${sources}))`;
  await tx.$executeRaw`UPDATE Caption SET removedAt = ${removedAt} WHERE removedAt IS NULL AND id IN (SELECT value FROM json_each(${JSON.stringify(captionIds)}))`;
  await moveRevision(tx);
}

/** Brings a removed source back, and those of its captions that were removed with it. @returns whether there was one */
export async function unmarkSource(tx: Transaction, sourceId: number): Promise<boolean> {
  const source = await tx.source.findUnique({ where: { id: sourceId } });
  if (!source?.removedAt) return false;
  await tx.caption.updateMany({ where: { sourceId, removedAt: source.removedAt }, data: { removedAt: null } });
  await tx.source.update({ where: { id: sourceId }, data: { removedAt: null } });
  await moveRevision(tx);
  return true;
}
