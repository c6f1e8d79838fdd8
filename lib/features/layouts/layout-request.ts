import { z } from "zod";
import { LAYOUT_DISTANCES, LAYOUT_METHODS, LAYOUT_UNITS } from "@/lib/features/caption-map/map-types";

/** "full": all points anew. "extend": new points on an earlier layout, whose points keep their places. "auto": extend where that can be, else full. */
export const LAYOUT_MODES = ["full", "extend", "auto"] as const;

/** Where a t-SNE starts: at the first two principal components, or anywhere. */
export const INITIALISATIONS = ["pca", "random"] as const;

/** Of a t-SNE; what is not given is chosen by the number of points. */
const tsneParameters = {
  perplexity: z.number().min(1, "is a number from 1").optional(),
  iterations: z.number().int().min(1).max(100_000).optional(),
  earlyIterations: z.number().int().min(0).max(100_000).optional(),
  exaggeration: z.number().min(1).max(1000).optional(),
  learningRate: z.union([z.number().positive(), z.literal("auto")]).optional(),
  initialisation: z.enum(INITIALISATIONS).optional(),
  seed: z.number().int().min(0).max(0xffffffff).optional(),
};

/** What a layout is asked for. */
export const layoutRequestSchema = z
  .strictObject({
    method: z.enum(LAYOUT_METHODS).default("tsne"),
    unit: z.enum(LAYOUT_UNITS).default("captions"),
    /** BCP 47 tag as captions have it; null: all. */
    language: z.string().min(1).nullable().default(null),
    distance: z.enum(LAYOUT_DISTANCES).default("euclidean"),
    mode: z.enum(LAYOUT_MODES).default("full"),
    /** The active one unless given. */
    generation: z.string().optional(),
    ...tsneParameters,
  })
  .superRefine((request, context) => {
    if (request.method !== "pca") return;
    const given = Object.keys(tsneParameters).find((name) => request[name as keyof typeof tsneParameters] !== undefined);
    if (given) context.addIssue({ code: "custom", path: [given], message: "belongs to t-SNE; principal components have no such parameter" });
    if (request.distance !== "euclidean") context.addIssue({ code: "custom", path: ["distance"], message: "is euclidean for principal components" });
  });

export type LayoutRequest = z.infer<typeof layoutRequestSchema>;

export type LayoutKindWish = Pick<LayoutRequest, "method" | "unit" | "language" | "distance">;
