import type { ExplainedText, WordLink } from "@/lib/features/explanation/explanation";

/** Contributions that show: smaller ones are 0.00 in the table. */
const LEAST = 0.005;

/** Contributions of words as shares of the largest, by place; 0 where there is none that shows. */
export function contributionShares({ words }: ExplainedText): number[] {
  const largest = Math.max(...words.map(({ contribution }) => Math.abs(contribution ?? 0)), Number.EPSILON);
  return words.map(({ contribution }) => (Math.abs(contribution ?? 0) < LEAST ? 0 : contribution! / largest));
}

/** Of each word of one side, the strength of its strongest link; 0 without any. */
export function strongest({ words }: ExplainedText, links: readonly WordLink[], side: "a" | "b"): number[] {
  return words.map((_, i) => Math.max(0, ...links.filter((link) => link[side] === i).map(({ strength }) => strength)));
}
