import type { z } from "zod";
import { describeIssue, valueAt } from "@/lib/core/describe-issue";
import { AppError } from "@/lib/core/errors";

const MAX_BYTES = 64 * 1024;

/**
 * The JSON body of a request, checked. Nothing at all counts as {}.
 * @param maxBytes a longer body is not read to its end
 * @throws AppError `invalid_parameter` naming the field
 */
export async function parseBody<T extends z.ZodType>(request: Request, schema: T, { maxBytes = MAX_BYTES } = {}): Promise<z.output<T>> {
  const text = await readText(request, maxBytes);
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (text !== "" && type !== "application/json") throw new AppError("invalid_parameter", "The body has to be JSON, sent with Content-Type: application/json.");
  const body = text === "" ? {} : parseJson(text);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw toFault(parsed.error.issues[0], body);
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const blocks: Uint8Array[] = [];
  let bytes = 0;
  for await (const block of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += block.length;
    if (bytes > maxBytes) throw new AppError("invalid_parameter", `The body may have ${maxBytes} bytes at most.`);
    blocks.push(block);
  }
  return new TextDecoder().decode(Buffer.concat(blocks));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError("invalid_parameter", "The body is not JSON.", { cause });
  }
}

function toFault(issue: z.core.$ZodIssue | undefined, body: unknown): AppError {
  if (issue?.code === "unrecognized_keys") {
    const field = [...issue.path, issue.keys[0] ?? ""].join(".");
    return new AppError("invalid_parameter", `There is no field ${field}.`, { field });
  }
  const field = issue?.path.join(".") ?? "";
  if (!issue || field === "") return new AppError("invalid_parameter", `The body cannot be used: ${issue?.message ?? "invalid"}.`);
  return new AppError("invalid_parameter", `The field ${field} ${describeIssue(issue, valueAt(body, issue.path))}.`, { field });
}
