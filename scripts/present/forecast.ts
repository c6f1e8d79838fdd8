import type { Forecast } from "@/lib/features/reindexing/reindex-types";
import { formatCount, formatMegabytes, formatRate } from "@/scripts/cli/progress/progress-text";
import { formatDuration } from "@/scripts/setup/duration.mjs";

const about = (seconds: number | null) => (seconds === null ? "not known yet" : `some ${formatDuration(seconds)}`);
const from = (name: string, rate: { value: number; from: string } | null) => (rate ? ` (${name} ${formatRate(rate.value)}, by ${rate.from})` : "");

/** What a re-index would do and need, for people. */
export function presentForecast({ captions, reused, toEmbed, model, continued, seconds, rates, disk, memory, suggestedSwap, waitsFor }: Forecast): string {
  return [
    `Captions   ${formatCount(captions)}: ${formatCount(reused)} have a vector, ${formatCount(toEmbed)} are to embed (${model.id}, ${model.dimensions} dimensions${model.dimensionChoices ? "" : " assumed"})`,
    ...(model.toFetch ? [`Model      ${model.id} is downloaded first: how large it is, and how long its vectors are, is not known yet`] : []),
    `Graph      ${continued ? "the active one is continued" : "built anew"}`,
    `Time       ${about(seconds.total)}: embedding ${about(seconds.embed)}${from("at", rates.embed)}, building ${about(seconds.index)}${from("at", rates.index)}, gate ${about(seconds.gate)}`,
    `Disk       ${formatMegabytes(disk.needed)} MB, and ${formatMegabytes(disk.free)} MB are free${disk.fits ? "" : ": too little"}`,
    `Memory     ${formatMegabytes(memory.build)} MB to build, ${formatMegabytes(memory.serve)} MB more in a server, and ${formatMegabytes(memory.available)} MB are available${memory.fits ? "" : ": too little"}`,
    ...(suggestedSwap === "pause" ? ["           A server has no room for two generations: --pause lets the old one go first."] : []),
    ...(waitsFor ? [`Waits      for ${waitsFor}`] : []),
  ].join("\n");
}
