export interface Parameter {
  /** Its own name, without those of what it stands in. */
  name: string;
  values: string[];
}

const isPlain = (value: unknown): value is string | number | boolean => ["string", "number", "boolean"].includes(typeof value);

/** Says nothing to a person. */
const INTERNAL = new Set(["upload"]);

/** The parameters of a job as a list: groups are opened, and what is null or empty is left out. */
export function flattenParameters(parameters: unknown, name = ""): Parameter[] {
  if (isPlain(parameters)) return [{ name, values: [String(parameters)] }];
  if (Array.isArray(parameters)) return parameters.length === 0 ? [] : [{ name, values: parameters.map((value) => (isPlain(value) ? String(value) : JSON.stringify(value))) }];
  if (typeof parameters !== "object" || parameters === null) return [];
  return Object.entries(parameters).filter(([key]) => !INTERNAL.has(key)).flatMap(([key, value]) => flattenParameters(value, key));
}
