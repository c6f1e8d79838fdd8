import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { bytesToVector } from "@/lib/core/vector";

const file = path.resolve("../shared/encoder/expected.json");
const schema = z.object({ sentences: z.array(z.object({ text: z.string(), ids: z.array(z.number()), vector: z.base64() })).min(100) });

export interface ReferenceSentence {
  text: string;
  ids: number[];
  vector: Float32Array;
}

/** Why tests against the reference are skipped, to follow their title, or "". */
export const referenceMissing = existsSync(file) ? "" : ` (skipped: ${file} is absent)`;

/** Sentences with the ids and vectors that the model's makers computed. */
export function readReference(): ReferenceSentence[] {
  return schema.parse(JSON.parse(readFileSync(file, "utf8"))).sentences.map(({ text, ids, vector }) => ({ text, ids, vector: bytesToVector(Buffer.from(vector, "base64")) }));
}
