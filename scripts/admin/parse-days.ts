import { InvalidArgumentError } from "commander";
import { LONGEST_TOKEN } from "@/lib/features/admin-access/create-token";

/** Days, as 30d. */
export function parseDays(text: string): number {
  const days = Number(/^(\d{1,4})d$/.exec(text.trim())?.[1]);
  if (!(days >= 1 && days <= LONGEST_TOKEN)) throw new InvalidArgumentError(`Give days from 1d to ${LONGEST_TOKEN}d.`);
  return days;
}
