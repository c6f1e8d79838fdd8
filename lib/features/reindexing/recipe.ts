import type { CorpusSlice } from "@/lib/database/corpus";
import type { Generation } from "@/lib/database/generations";
import type { ModelIdentity } from "@/lib/embedding/embedder";
import { type Manifest, parseManifest } from "@/lib/vector-index/generation";
import { hnswDefaults } from "@/lib/vector-index/hnsw-defaults";
import type { HnswParameters } from "@/lib/vector-index/vector-index";
import { removalSchema, selectionSchema } from "./reindex-request";
import type { ReindexRequest, Removal, Selection } from "./reindex-types";

/** All that decides a generation besides the captions there are. */
export interface Recipe {
  /** `dimensions`: the length that vectors are cut to. */
  model: { name: string; sha256: string; dimensions: number };
  hnsw: HnswParameters;
  selection: Selection;
  removes: Removal;
}

const sorted = (names: string[] | null) => names && [...new Set(names)].sort();
const ascending = (ids: number[]) => [...new Set(ids)].sort((a, b) => a - b);

/** A generation's manifest; null where its row holds none that can be read. */
export function manifestOf(row: Pick<Generation, "manifest">): Manifest | null {
  const manifest = parseManifest(row.manifest);
  return typeof manifest === "string" ? null : manifest;
}

export const selectionOf = (row: Pick<Generation, "selection">): Selection => selectionSchema.parse(JSON.parse(row.selection));
export const removalOf = (row: Pick<Generation, "removes">): Removal => removalSchema.parse(JSON.parse(row.removes));

/** What a generation was made by, but for what its activation removed. */
export function recipeOf(row: Generation): Recipe | null {
  const hnsw = manifestOf(row)?.hnsw;
  return hnsw ? { model: { name: row.modelName, sha256: row.modelSha256, dimensions: row.dimensions }, hnsw, selection: selectionOf(row), removes: removalOf(row) } : null;
}

/** What is not asked for is as in the active generation, or as by default. */
export function planRecipe(active: Generation | null, identity: Pick<ModelIdentity, "name" | "sha256">, dimensions: number, { hnsw = {}, selection = {}, remove }: Pick<ReindexRequest, "hnsw" | "selection" | "remove">): Recipe {
  const before = active && recipeOf(active);
  const { languages, collections } = { ...(before?.selection ?? { languages: null, collections: null }), ...given(selection) };
  return {
    model: { name: identity.name, sha256: identity.sha256, dimensions },
    hnsw: { ...(before?.hnsw ?? hnswDefaults), ...given(hnsw) },
    selection: { languages: sorted(languages), collections: sorted(collections) },
    removes: { sourceIds: ascending(remove?.sourceIds ?? []), captionIds: ascending(remove?.captionIds ?? []) },
  };
}

/** Without members that are undefined, which would hide what they are spread over. */
function given<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;
}

export const sliceOf = ({ selection, removes }: Pick<Recipe, "selection" | "removes">): CorpusSlice => ({ ...selection, without: removes });

export const removesAnything = ({ sourceIds, captionIds }: Removal) => sourceIds.length + captionIds.length > 0;

/** Whether rows and graph of two recipes are the same for the same captions: all but `ef`, which only searches heed. */
export function hasSameGraph(a: Recipe, b: Recipe): boolean {
  return a.model.sha256 === b.model.sha256 && a.model.dimensions === b.model.dimensions && a.hnsw.m === b.hnsw.m && a.hnsw.efConstruction === b.hnsw.efConstruction;
}

/** Whether generations of two recipes search alike and take the same captions in from now on. */
export function isSameRecipe(a: Recipe, b: Recipe): boolean {
  return hasSameGraph(a, b) && a.hnsw.ef === b.hnsw.ef && JSON.stringify(a.selection) === JSON.stringify(b.selection);
}

/** "ja, en · coco", "all captions" */
export function describeSelection({ languages, collections }: Selection): string {
  return [languages?.join(", "), collections?.join(", ")].filter((part) => part !== undefined).join(" · ") || "all captions";
}
