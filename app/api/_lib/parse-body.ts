import type { z } from "zod";
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
  const parsed = schema.safeParse(text === "" ? {} : parseJson(text));
  if (parsed.success) return parsed.data;
  throw toFault(parsed.error.issues[0]);
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

function toFault(issue: z.core.$ZodIssue | undefined): AppError {
  if (issue?.code === "unrecognized_keys") {
    const field = [...issue.path, issue.keys[0] ?? ""].join(".");
    return new AppError("invalid_parameter", `There is no field ${field}.`, { field });
  }
  const field = issue?.path.join(".") ?? "";
  if (field === "") return new AppError("invalid_parameter", `The body cannot be used: ${issue?.message ?? "invalid"}.`);
  const missing = issue?.code === "invalid_type" && issue.input === undefined;
  return new AppError("invalid_parameter", missing ? `The field ${field} is missing.` : `The field ${field} cannot be used: ${issue?.message ?? "invalid"}.`, { field });
}
