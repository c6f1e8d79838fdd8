import { InvalidArgumentError } from "commander";

/** "1%" or "0.01" as a share between 0 and 1. */
export function parseShare(text: string): number {
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim());
  const share = match ? Number(match[1]) / (match[2] ? 100 : 1) : NaN;
  if (!(share <= 1)) throw new InvalidArgumentError("Give a percentage such as 1% or a share between 0 and 1 such as 0.01.");
  return share;
}
