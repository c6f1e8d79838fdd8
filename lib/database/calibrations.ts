import type { Database } from "./client";

/** What was learnt of a generation, in place of what was known before. @param report as JSON */
export async function saveCalibration(db: Database, generationId: string, report: string): Promise<void> {
  await db.calibration.upsert({ where: { generationId }, create: { generationId, report }, update: { report, createdAt: new Date() } });
}

/** As JSON. */
export async function readCalibrationReport(db: Database, generationId: string): Promise<string | null> {
  return (await db.calibration.findUnique({ where: { generationId }, select: { report: true } }))?.report ?? null;
}

/** By generation, as JSON. */
export async function listCalibrationReports(db: Database): Promise<{ generationId: string; report: string }[]> {
  return db.calibration.findMany({ select: { generationId: true, report: true }, orderBy: { generationId: "desc" } });
}
