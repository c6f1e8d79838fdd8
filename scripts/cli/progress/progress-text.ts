import path from "node:path";
import { formatDuration } from "@/scripts/setup/duration.mjs";
import type { CommandProgress } from "./command-progress";

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const precise = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

export const formatCount = (value: number) => number.format(value);
export const formatRate = (perSecond: number) => `${(perSecond < 100 ? precise : number).format(perSecond)}/s`;

const given = (parts: (string | null | undefined | false)[]) => parts.filter((part) => typeof part === "string").join(", ");

function count({ done, total, unit = "captions" }: CommandProgress): string | null {
  if (total === null) return done > 0 ? `${formatCount(done)} ${unit}` : null;
  return `${formatCount(done)}/${formatCount(total)} ${unit}`;
}

/** "1,200/54,000 captions", "870/s", "1 min 01 s left", "cpu": what there is to say, the weightiest first. */
export function progressParts(progress: CommandProgress): string[] {
  const { rate, etaSeconds, device, file } = progress;
  const parts = [count(progress), rate ? formatRate(rate) : null, typeof etaSeconds === "number" && etaSeconds > 0 && `${formatDuration(etaSeconds)} left`, device, file && path.basename(file)];
  return parts.filter((part): part is string => typeof part === "string");
}

/** "embed: 12 %, 1,200/10,000 captions, …" */
export function progressLine(progress: CommandProgress): string {
  const { stage, done, total } = progress;
  return `${stage}: ${given([total ? `${Math.floor((100 * done) / total)} %` : null, ...progressParts(progress)]) || "…"}`;
}

/** "embed: done, 10,000 captions, 870/s, cpu, in 11 s" */
export function stageEndLine({ stage, done, rate, device, file, unit = "captions" }: CommandProgress, seconds: number): string {
  const parts = [done > 0 ? `${formatCount(done)} ${unit}` : null, rate ? formatRate(rate) : null, device, file && path.basename(file), `in ${formatDuration(seconds)}`];
  return `${stage}: done, ${given(parts)}`;
}
