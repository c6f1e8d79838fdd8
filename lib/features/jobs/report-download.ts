import type { TransferProgress } from "@/lib/core/download/transfer-meter";
import type { ProgressMeter } from "./progress-meter";

/** Shows a download as a stage of a job, counted in bytes. */
export function reportDownload(meter: ProgressMeter): (progress: TransferProgress) => void {
  return ({ stage, done, total, file }) => {
    if (meter.current.stage !== stage || meter.current.file !== file) meter.begin(stage, total, { file });
    meter.advanceTo(done);
  };
}
