import type { z } from "zod";

/** @returns what a text of JSON holds, or what is wrong with it, to follow the name of its file */
export function parseCheckedJson<T extends z.ZodType>(text: string, schema: T): z.output<T> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "is not JSON";
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return `cannot be used: ${[issue?.path.join("."), issue?.message].filter(Boolean).join(": ")}`;
}
