import type { z } from "zod";
import { AppError } from "@/lib/core/errors";

/**
 * The query string of a request, checked.
 * @throws AppError `invalid_parameter` naming the parameter
 */
export function parseQuery<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  const given = new URL(request.url).searchParams;
  const repeated = [...given.keys()].find((key) => given.getAll(key).length > 1);
  if (repeated) throw new AppError("invalid_parameter", `The parameter ${repeated} is given more than once.`, { field: repeated });
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.code === "unrecognized_keys") {
    const field = issue.keys[0] ?? "";
    throw new AppError("invalid_parameter", `There is no parameter ${field}.`, { field });
  }
  const field = issue?.path.join(".") ?? "";
  const missing = issue?.code === "invalid_type" && !given.has(field);
  throw new AppError("invalid_parameter", missing ? `The parameter ${field} is missing.` : `The parameter ${field} ${issue?.message ?? "cannot be used"}.`, { field });
}
