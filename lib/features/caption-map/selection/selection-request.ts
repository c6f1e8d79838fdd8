import { z } from "zod";
import { LAYOUT_DISTANCES, LAYOUT_METHODS } from "../map-types";
import { wholeNumber } from "@/lib/core/whole-number";
import { imageName, list, numbers, query } from "../request-parts";

const MOST_IMAGES = 400;

const decimal = z.string().regex(/^\d+(\.\d+)?$/, "must be a number from 1").transform(Number).pipe(z.number().min(1, "must be at least 1"));

/** What is chosen, and how it is laid out. */
export const selectionParameters = {
  images: list(MOST_IMAGES, "images").pipe(z.array(imageName)).optional(),
  captions: numbers(2000, "captions").optional(),
  q: query.optional(),
  /** Hits of `q`. */
  limit: wholeNumber(1, 2000).default(100),
  method: z.enum(LAYOUT_METHODS, "must be tsne or pca").default("tsne"),
  components: z.enum(["2", "3"], "must be 2 or 3").default("2").transform((value): 2 | 3 => (value === "3" ? 3 : 2)),
  distance: z.enum(LAYOUT_DISTANCES, "must be euclidean or spherical").default("euclidean"),
  perplexity: decimal.optional(),
  iterations: wholeNumber(1, 5000).optional(),
  seed: wholeNumber(0, 999_999_999).optional(),
};

/** What the parameters have to be together. */
export function checkSelection({ images, captions, q, method, components }: z.output<z.ZodObject<typeof selectionParameters>>, context: z.RefinementCtx): void {
  if (!images && !captions && q === undefined) context.addIssue({ code: "custom", path: ["images"], message: "or captions or q must say what is to be laid out" });
  if (method === "tsne" && components === 3) context.addIssue({ code: "custom", path: ["components"], message: "is 2 for t-SNE; 3 belongs to method=pca" });
}

/** GET /api/v1/map/selection */
export const selectionQuerySchema = z
  .strictObject({ ...selectionParameters, vectors: z.enum(["true", "false"], "must be true or false").default("false").transform((value) => value === "true") })
  .superRefine(checkSelection);

export type SelectionQuery = z.infer<typeof selectionQuerySchema>;
