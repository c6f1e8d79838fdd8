import { InvalidArgumentError } from "commander";

/** A number above 0. */
export function parseNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < Infinity)) throw new InvalidArgumentError("Give a number above 0.");
  return value;
}
