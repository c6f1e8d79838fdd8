import { z } from "zod";
import { parseCheckedJson } from "@/lib/core/parse-checked-json";
import { bytesPerLabel } from "./label-columns";

const file = z.object({ bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const positive = z.number().int().positive();

const schema = z
  .object({
    formatVersion: z.literal(1),
    id: z.string(),
    /** ISO 8601, UTC. */
    createdAt: z.iso.datetime(),
    /** The encoder of every vector. */
    model: z.object({ name: z.string(), sha256: z.string(), dimensions: positive }),
    /** What the encoder ran on: "cpu", "cuda", … */
    device: z.string(),
    metric: z.literal("cosine"),
    hnsw: z.object({ m: positive, efConstruction: positive, ef: positive }),
    /** Captions, one row each. */
    count: z.number().int().nonnegative(),
    /** BCP 47 tags and collection names; labels.bin refers to them by position. */
    languages: z.array(z.string()),
    collections: z.array(z.string()),
    files: z.object({
      /** hnswlib's own format; a row's label is its row number. */
      "index.hnsw": file,
      /** count × dimensions float32, little-endian, row-major. */
      "vectors.f32": file,
      /** See label-columns.ts. */
      "labels.bin": file,
    }),
  })
  .refine(({ files, count, model }) => files["vectors.f32"].bytes === count * model.dimensions * 4, "vectors.f32 does not hold count × dimensions values")
  .refine(({ files, count }) => files["labels.bin"].bytes === count * bytesPerLabel, "labels.bin does not hold count labels");

/** manifest.json: what one generation of the index holds. Row numbers run through index.hnsw, vectors.f32 and labels.bin alike. */
export type Manifest = z.infer<typeof schema>;

export type GenerationFile = keyof Manifest["files"];

/** Size and SHA-256 (hex) of one file. */
export type FileDigest = z.infer<typeof file>;

export const manifestName = "manifest.json";

/** @returns the manifest, or what is wrong with the text, to follow "manifest.json" */
export const parseManifest = (text: string): Manifest | string => parseCheckedJson(text, schema);
