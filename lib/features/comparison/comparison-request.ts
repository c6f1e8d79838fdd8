import { z } from "zod";
import { LAYOUT_METHODS } from "@/lib/features/caption-map/map-types";
import { imageName, list } from "@/lib/features/caption-map/request-parts";
import { AppError } from "@/lib/core/errors";
import { unpackText } from "./packed-text";

export const FEWEST_SENTENCES = 2;
export const MOST_SENTENCES = 100;
const LONGEST = 1000;
const MOST_IMAGES = 20;

/** Lengths that vectors of the encoder may be cut to, as a second encoder that everybody has. */
export const shorterLengths = ["64", "128", "256"] as const;

/** One of those lengths, or the id of an encoder that is on this machine. */
export const otherEncoder = z.string().regex(/^[\w-][\w.-]{0,99}$/, "must be 64, 128, 256 or the id of an encoder: GET /api/v1/compare/encoders lists them");

const parameters = {
  method: z.enum(LAYOUT_METHODS, "must be tsne or pca").default("pca"),
  other: otherEncoder.optional(),
};

/** The parameters of GET /api/v1/compare. */
export const comparisonQuerySchema = z.strictObject({
  /** A sentence a line, an empty line between groups; or the same, packed. */
  text: z.string().optional(),
  z: z.string().transform(unpackText).refine((text) => text !== null, "is no packed text; it may have been cut").optional(),
  images: list(MOST_IMAGES, "images").pipe(z.array(imageName)).optional(),
  ...parameters,
});

/** The body of POST /api/v1/compare. */
export const comparisonBodySchema = z.strictObject({
  groups: z.array(z.array(z.string()).max(MOST_SENTENCES)).max(MOST_SENTENCES).optional(),
  images: z.array(z.strictObject({ collection: z.string().min(1), id: z.string().min(1) })).max(MOST_IMAGES).optional(),
  method: z.enum(LAYOUT_METHODS).default("pca"),
  other: z.union([z.number().transform(String), z.string()]).pipe(otherEncoder).optional(),
});

/** GET /api/v1/compare/search */
export const searchComparisonSchema = z.strictObject({ q: z.string().trim().min(1, "must not be empty").max(LONGEST, "must be at most 1 000 characters"), other: otherEncoder });

export interface ComparisonRequest extends Pick<z.output<typeof comparisonQuerySchema>, "method" | "other" | "images"> {
  /** Sentences that were typed, those that belong together in one list. */
  groups: string[][];
}

/** What a query string asks for. */
export function requestOf({ text, z: packed, images, method, other }: Partial<z.output<typeof comparisonQuerySchema>>): ComparisonRequest {
  return { groups: readGroups(packed ?? text ?? ""), images, method: method ?? "pca", other };
}

/** A sentence a line; an empty line begins another group. */
export function readGroups(text: string): string[][] {
  const blocks = text.split(/\n[ \t\u3000]*\n/u).map((block) => block.split("\n").map((line) => line.trim()).filter((line) => line !== ""));
  return blocks.filter((block) => block.length > 0);
}

/** @throws AppError `invalid_parameter` naming a sentence that is too long */
export function checkGroups(groups: readonly string[][], field: string): void {
  const long = groups.flat().findIndex((sentence) => sentence.length > LONGEST);
  if (long >= 0) throw new AppError("invalid_parameter", `The sentence ${long + 1} has more than ${LONGEST} characters. Shorten it, or take it apart: one sentence a line.`, { field });
}
