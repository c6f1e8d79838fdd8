import { z } from "zod";

/** A whole number of a query string. Its faults are worded to follow the parameter's name. */
export const wholeNumber = (min: number, max: number) =>
  z.string().regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}`).transform(Number).pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));
