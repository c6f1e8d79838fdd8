import { formatDuration } from "@/scripts/setup/duration.mjs";
import type { KillsReport } from "./kills-run";
import type { LockedReport } from "./locked-run";
import type { SwapReport } from "./swap-run";
import type { TortureReport } from "./torture";

function kills({ kills, cycles, faults, seconds }: KillsReport): string[] {
  const all = Object.values(kills).reduce((sum, one) => sum + one, 0);
  return [`Kills      ${all} in ${cycles} cycles (${Object.entries(kills).map(([victim, count]) => `${victim} ${count}`).join(", ")}), ${formatDuration(seconds)}`, `Faults     ${faults.length}`, ...faults.map((fault) => `  ${fault}`)];
}

function swaps({ searches, failures, mixed, latency }: SwapReport): string[] {
  const row = (name: string, { p50, p99 }: SwapReport["latency"]["before"]) => `  ${name.padEnd(9)}p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
  return [
    `Swaps      ${searches} searches, ${failures.length} failed, ${mixed.length} mixed; p99 ${(latency.swaps.p99 / latency.before.p99).toFixed(1)} times as long around a swap`,
    row("before", latency.before),
    row("re-index", latency.reindex),
    row("swaps", latency.swaps),
    ...[...failures, ...mixed].slice(0, 20).map((line) => `  ${line}`),
  ];
}

const locked = ({ jobState, failures, health }: LockedReport) => [`Locked     ingest ${jobState}, ${failures.length} searches failed, state afterwards ${health}`];

/** How it went, for people. */
export function presentTorture(report: TortureReport): string {
  return [...kills(report.kills), ...(report.swaps ? swaps(report.swaps) : []), ...(report.locked ? locked(report.locked) : []), report.survived ? "Survived." : "NOT SURVIVED."].join("\n");
}
