import { z } from "zod";
import { AppError } from "@/lib/core/errors";

const NUMBER = /^[1-9]\d{0,8}$/;

/** The number of a job in a query string. */
export const jobNumber = z.string().regex(NUMBER, "must be the number of a job").transform(Number);

/**
 * The number of a row, from a path.
 * @param what reads on from "There is no "
 * @throws AppError `not_found` for what is no such number
 */
export function rowId(text: string, what: string): number {
  if (!NUMBER.test(text)) throw new AppError("not_found", `There is no ${what} ${text.slice(0, 40)}.`);
  return Number(text);
}
