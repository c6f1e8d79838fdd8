import type { z } from "zod";

const articled: Record<string, string> = { int: "a whole number", number: "a number", string: "a text", boolean: "true or false", array: "a list", object: "an object" };
const unit: Record<string, string> = { string: " characters", array: " entries", set: " entries" };

/**
 * What is wrong with a value, to follow its name: "has to be 2 or more"; null where its schema has words of its own.
 * @param value what stood there; undefined where nothing did
 */
export function wordIssue(issue: z.core.$ZodIssue, value: unknown): string | null {
  if (issue.code === "invalid_type") return value === undefined ? "is missing" : `has to be ${articled[issue.expected] ?? issue.expected}`;
  // Zod's words for a bound or a choice begin like this; a schema's own do not.
  if (!/^(?:Too (?:small|big)|Invalid )/.test(issue.message)) return null;
  if (issue.code === "too_small") return `has to be ${issue.minimum}${unit[issue.origin] ?? ""} or more`;
  if (issue.code === "too_big") return `has to be ${issue.maximum}${unit[issue.origin] ?? ""} or less`;
  if (issue.code === "invalid_value") return `has to be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
  return null;
}

/** The same, with the schema's own words where it has some. */
export const describeIssue = (issue: z.core.$ZodIssue, value: unknown): string => wordIssue(issue, value) ?? `cannot be used: ${issue.message}`;

/** What stands at an issue's path. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), root);
}
