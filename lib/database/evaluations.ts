import type { Database } from "./client";
import { type Evaluation, Prisma } from "./generated/client";
import { confirmLease } from "./job-lease";

export type { Evaluation } from "./generated/client";

export interface NewEvaluation {
  generationId: string | null;
  model: { name: string; sha256: string; dimensions: number };
  /** As JSON. */
  report: string;
  /** What is to be looked at, by kind, the worst first; each as JSON. */
  findings: Record<string, string[]>;
}

/**
 * Keeps an evaluation with its findings; one that an earlier attempt of the job has left makes way.
 * @throws AppError `conflict` where the job is another process's by now
 */
export async function saveEvaluation(db: Database, jobId: number, { generationId, model, report, findings }: NewEvaluation): Promise<Evaluation> {
  return db.$transaction(async (tx) => {
    await confirmLease(tx, jobId);
    await tx.evaluation.deleteMany({ where: { jobId } });
    const evaluation = await tx.evaluation.create({ data: { generationId, jobId, modelName: model.name, modelSha256: model.sha256, dimensions: model.dimensions, report } });
    const rows = Object.entries(findings).flatMap(([kind, details]) => details.map((detail, place) => ({ evaluationId: evaluation.id, kind, place, detail })));
    await tx.evaluationFinding.createMany({ data: rows });
    return evaluation;
  });
}

/** The newest first. */
export async function listEvaluations(db: Database, limit: number): Promise<Evaluation[]> {
  return db.evaluation.findMany({ orderBy: { id: "desc" }, take: limit });
}

export async function findEvaluation(db: Database, id: number): Promise<Evaluation | null> {
  return db.evaluation.findUnique({ where: { id } });
}

export interface FindingsPage {
  offset: number;
  limit: number;
  /** Only of captions of one language that look for those of another; all where null. */
  direction: { from: string; to: string } | null;
}

/** Details of one kind, as JSON, the worst first; `total` counts those of the direction. */
export async function readFindings(db: Database, evaluationId: number, kind: string, { offset, limit, direction }: FindingsPage): Promise<{ total: number; details: string[] }> {
  const ofDirection = direction ? Prisma.sql`AND detail ->> 'from' = ${direction.from} AND detail ->> 'to' = ${direction.to}` : Prisma.empty;
  const those = Prisma.sql`FROM EvaluationFinding WHERE evaluationId = ${evaluationId} AND kind = ${kind} ${ofDirection}`;
  const [rows, counts] = await Promise.all([
    db.$queryRaw<{ detail: string }[]>`SELECT detail ${those} ORDER BY CASE kind WHEN 'failure' THEN -CAST(detail ->> 'rank' AS INTEGER) END, place LIMIT ${limit} OFFSET ${offset}`,
    db.$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total ${those}`,
  ]);
  return { total: Number(counts[0]?.total ?? 0), details: rows.map(({ detail }) => detail) };
}
