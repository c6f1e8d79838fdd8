import type { FindComparison, GateReport } from "../reindex-types";
import type { HnswParameters } from "@/lib/vector-index/vector-index";
import { isWorse } from "./compare-finds";

const share = (value: number) => value.toFixed(3);

function worse({ queries, before, after }: FindComparison, margin: number, comparedWith: string | null, what: string): string {
  return `Of ${queries} ${what} among the first 10, a share of ${share(after)}; ${comparedWith ?? "the one before"} finds ${share(before ?? 0)}, and ${margin} less would do.`;
}

/** One sentence for each reason why a generation should not become active. */
export function findGateFailures({ fileFault, counts, recall, siblings, pinned, margin, comparedWith }: Omit<GateReport, "passed" | "failures" | "checkedAt" | "seconds">, hnsw: HnswParameters | null): string[] {
  const failures: string[] = [];
  if (fileFault !== null) failures.push(`Its files are not as they were written: ${fileFault}`);
  else if (counts.found !== counts.expected) failures.push(`It holds ${counts.found} captions, and ${counts.expected} belong into it.`);
  if (recall && recall.value < recall.target) {
    failures.push(`Its graph finds ${share(recall.value)} of the 10 captions nearest to each of ${recall.queries}, and ${recall.target} is the least${hnsw ? ` (M ${hnsw.m}, efConstruction ${hnsw.efConstruction}, ef ${hnsw.ef})` : ""}.`);
  }
  if (siblings && isWorse(siblings, margin)) failures.push(worse(siblings, margin, comparedWith, "captions it finds another one of the same image"));
  if (pinned && isWorse(pinned, margin)) failures.push(worse(pinned, margin, comparedWith, "images of pinned queries it finds"));
  return failures;
}
