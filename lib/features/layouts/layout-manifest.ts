import { z } from "zod";
import { parseCheckedJson } from "@/lib/core/parse-checked-json";
import { IMAGE_COLOURS, LAYOUT_DISTANCES, LAYOUT_METHODS, LAYOUT_UNITS, type LayoutView } from "@/lib/features/caption-map/map-types";

const file = z.object({ bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const count = z.number().int().nonnegative();
const share = z.number().nullable();

/** All of LayoutView. */
const view = {
  id: z.string(),
  generation: z.string(),
  createdAt: z.iso.datetime(),
  method: z.enum(LAYOUT_METHODS),
  unit: z.enum(LAYOUT_UNITS),
  language: z.string().nullable(),
  distance: z.enum(LAYOUT_DISTANCES),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  count,
  captions: count,
  images: count,
  placed: count,
  frame: z.object({ left: z.number(), low: z.number(), side: z.number() }),
  parts: z.array(count),
  languages: z.array(z.string()).max(256),
  collections: z.array(z.string()).max(256),
  densest: z.number(),
  quality: z.object({ neighboursKept: z.number(), neighboursFound: z.number(), neighboursTrue: z.number(), trustworthiness: share, sameGroup: share, divergence: share }),
  seconds: z.number(),
} satisfies Record<keyof LayoutView, z.ZodType>;

const schema = z
  .object({
    formatVersion: z.literal(1),
    ...view,
    /** Of the generation: a layout of another one with this encoder can be extended from it. */
    model: z.object({ sha256: z.string(), dimensions: z.number().int().positive() }),
    /** Parameters that were asked for; the others followed from the points. */
    given: z.record(z.string(), z.union([z.string(), z.number()])),
    /** The layout that this one extends; null where all was laid out together. */
    extends: z.string().nullable(),
    /** Colours that `colour` counts. */
    colours: z.literal(IMAGE_COLOURS),
    /** See layout-files.ts. */
    files: z.record(z.string(), file),
  })
  .refine(({ parts, count: points }) => parts.reduce((sum, part) => sum + part, 0) === points, "its parts do not add up to its points");

/** layout.json: what one layout is, and how large its files are. */
export type LayoutManifest = z.infer<typeof schema>;

export const layoutManifestName = "layout.json";

/** @returns the manifest, or what is wrong with the text, to follow its name */
export const parseLayoutManifest = (text: string): LayoutManifest | string => parseCheckedJson(text, schema);

/** A layout as people and programs see it. */
export function viewLayout({ formatVersion: _version, model: _model, given: _given, extends: _base, colours: _colours, files: _files, ...shown }: LayoutManifest): LayoutView {
  return shown;
}

/** The manifest of a row, which was checked when it was written. */
export const layoutManifestOf = (row: { manifest: string }): LayoutManifest => JSON.parse(row.manifest) as LayoutManifest;
