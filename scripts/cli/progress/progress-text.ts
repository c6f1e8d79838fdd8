import path from "node:path";
import { formatDuration } from "@/scripts/setup/duration.mjs";
import type { CommandProgress } from "./command-progress";

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const precise = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

export const formatCount = (value: number) => number.format(value);
/** Megabytes of a million bytes, as browsers show them; small ones with their decimal. */
export const formatMegabytes = (bytes: number) => (bytes < 10_000_000 ? precise : number).format(bytes / 1_000_000);
export const formatRate = (perSecond: number) => `${(perSecond < 100 ? precise : number).format(perSecond)}/s`;

const given = (parts: (string | null | undefined | false)[]) => parts.filter((part) => typeof part === "string").join(", ");

/** "12/241 MB", "3 MB" */
function megabytes(done: number, total: number | null): string | null {
  if (total !== null) return `${formatMegabytes(done)}/${formatMegabytes(total)} MB`;
  return done > 0 ? `${formatMegabytes(done)} MB` : null;
}

function count({ done, total, unit = "captions" }: CommandProgress): string | null {
  if (unit === "bytes") return megabytes(done, total);
  if (total === null) return done > 0 ? `${formatCount(done)} ${unit}` : null;
  return `${formatCount(done)}/${formatCount(total)} ${unit}`;
}

const rateOf = ({ rate, unit }: CommandProgress) => (rate ? (unit === "bytes" ? `${formatMegabytes(rate)} MB/s` : formatRate(rate)) : null);

/** "1,200/54,000 captions", "870/s", "1 min 01 s left", "cpu": what there is to say, the weightiest first. */
export function progressParts(progress: CommandProgress): string[] {
  const { etaSeconds, device, file } = progress;
  const parts = [count(progress), rateOf(progress), typeof etaSeconds === "number" && etaSeconds > 0 && `${formatDuration(etaSeconds)} left`, device, file && path.basename(file)];
  return parts.filter((part): part is string => typeof part === "string");
}

/** "embed: 12 %, 1,200/10,000 captions, …" */
export function progressLine(progress: CommandProgress): string {
  const { stage, done, total } = progress;
  return `${stage}: ${given([total ? `${Math.floor((100 * done) / total)} %` : null, ...progressParts(progress)]) || "…"}`;
}

/** "embed: done, 10,000 captions, 870/s, cpu, in 11 s" @param ending how it ended */
export function stageEndLine(last: CommandProgress, seconds: number, ending: "done" | "not finished" = "done"): string {
  const { stage, device, file } = last;
  const parts = [last.done > 0 ? count({ ...last, total: null }) : null, rateOf(last), device, file && path.basename(file), `in ${formatDuration(seconds)}`];
  return `${stage}: ${ending}, ${given(parts)}`;
}
