import { z } from "zod";

const digest = z.object({ bytes: z.number().int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const fileName = z.string().regex(/^[\w.-]+$/, "is not a plain file name");

/** model.json: what a model's folder holds and how its texts become vectors. */
export const modelManifest = z.object({
  id: z.string().min(1),
  languages: z.array(z.string().min(1)),
  /** Full length first; a vector may be cut to one of the others and renormalised. */
  dimensions: z.tuple([z.number().int().positive()], z.number().int().positive()),
  pooling: z.string(),
  normalized: z.literal(true),
  prefix: z.object({ query: z.string(), document: z.string() }),
  maxTokens: z.number().int().min(2),
  graphs: z.object({ cpu: fileName }).catchall(fileName),
  tokenizer: fileName,
  files: z.record(fileName, digest),
});

export type ModelManifest = z.infer<typeof modelManifest>;

/** Size and SHA-256 (hex) of a file. */
export type FileDigest = z.infer<typeof digest>;
