import type { MapState } from "../_lib/map-state";
import { withParameters } from "../_lib/map-fetch";
import { parseImageName } from "@/lib/features/caption-map/image-name";
import type { SelectionQuery } from "@/lib/features/caption-map/selection/selection-request";

/** Hits of a query that are laid out. */
const HITS = 100;

/** What is laid out on its own, and how, as an address says it. */
export type SelectionState = Pick<MapState, "images" | "captions" | "q" | "method" | "perplexity" | "components">;

function parametersOf({ images, captions, q, method, perplexity, components }: SelectionState) {
  const how = method === "pca" ? { method, components } : { method: "tsne", perplexity };
  return { images: images?.join(",") ?? null, captions: captions?.join(",") ?? null, q, limit: q === null ? null : HITS, ...how };
}

/** Where the API has it. */
export const selectionAddress = (state: SelectionState, vectors = false): string => withParameters("/api/v1/map/selection", { ...parametersOf(state), vectors: vectors ? "true" : null });

export const selectionExport = (state: SelectionState, format: string, lang: string): string => withParameters("/api/v1/map/selection/export", { ...parametersOf(state), format, lang });

/** The same for the server itself. */
export function selectionQuery({ images, captions, q, method, perplexity, components }: SelectionState): SelectionQuery {
  return {
    images: images?.flatMap((key) => parseImageName(key) ?? []),
    captions: captions?.map(Number),
    q: q ?? undefined,
    limit: HITS,
    method: method ?? "tsne",
    components: method === "pca" && components === "3" ? 3 : 2,
    distance: "euclidean",
    perplexity: method === "pca" ? undefined : (perplexity ?? undefined),
    vectors: false,
  };
}
