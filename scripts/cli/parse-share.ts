import { InvalidArgumentError } from "commander";

/** "1%" or "0.01" as a share between 0 and 1. A number from 1 on needs its "%": a bare 1 might mean one per cent or all. */
export function parseShare(text: string): number {
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim());
  const share = match ? Number(match[1]) / (match[2] ? 100 : 1) : NaN;
  if (match && !match[2] && share >= 1) throw new InvalidArgumentError("Without a % sign it is a share below 1: for one per cent write 1% or 0.01, for all 100%.");
  if (!(share <= 1)) throw new InvalidArgumentError("Give a percentage such as 1% or a share below 1 such as 0.01.");
  return share;
}
