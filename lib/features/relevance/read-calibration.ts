import { processSingleton } from "@/lib/core/process-singleton";
import { readCalibrationReport } from "@/lib/database/calibrations";
import type { Database } from "@/lib/database/client";
import type { Calibration } from "./relevance-types";

/** Milliseconds until it is looked again whether a generation was calibrated anew. */
const LOOK_EVERY = 5000;

interface Known {
  generation: string;
  calibration: Calibration | null;
  readAt: number;
}

const shelf = () => processSingleton("calibration", (): { known: Known | null } => ({ known: null }));

/** Of a generation, as the database has it; null where it was not calibrated. */
export async function readCalibration(db: Database, generation: string): Promise<Calibration | null> {
  const report = await readCalibrationReport(db, generation);
  return report === null ? null : (JSON.parse(report) as Calibration);
}

/** Of the generation that answers searches, kept in memory. @param now milliseconds by a clock that is never set back */
export async function calibrationOf(db: Database, generation: string, now = performance.now()): Promise<Calibration | null> {
  const held = shelf();
  if (held.known?.generation === generation && now - held.known.readAt < LOOK_EVERY) return held.known.calibration;
  const calibration = await readCalibration(db, generation);
  held.known = { generation, calibration, readAt: now };
  return calibration;
}
