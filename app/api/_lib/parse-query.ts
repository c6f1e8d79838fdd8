import type { z } from "zod";
import { wordIssue } from "@/lib/core/describe-issue";
import { AppError } from "@/lib/core/errors";

/**
 * The query string of a request, checked.
 * @param lists parameters that may be given several times: the schema gets an array of each
 * @throws AppError `invalid_parameter` naming the parameter
 */
export function parseQuery<T extends z.ZodType>(request: Request, schema: T, lists: readonly string[] = []): z.output<T> {
  const given = new URL(request.url).searchParams;
  const repeated = [...given.keys()].find((key) => given.getAll(key).length > 1 && !lists.includes(key));
  if (repeated) throw new AppError("invalid_parameter", `The parameter ${repeated} is given more than once.`, { field: repeated });
  const parsed = schema.safeParse(Object.fromEntries([...given].map(([key, value]) => [key, lists.includes(key) ? given.getAll(key) : value])));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.code === "unrecognized_keys") {
    const field = issue.keys[0] ?? "";
    throw new AppError("invalid_parameter", `There is no parameter ${field}.`, { field });
  }
  // A parameter may be a list; its name is the first part of the path.
  const field = String(issue?.path[0] ?? "");
  // Schemas of query strings word their own faults to follow the name.
  const fault = issue ? (wordIssue(issue, given.get(field) ?? undefined) ?? issue.message) : "cannot be used";
  throw new AppError("invalid_parameter", `The parameter ${field} ${fault}.`, { field });
}
