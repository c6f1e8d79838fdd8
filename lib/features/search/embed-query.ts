import { cutRows } from "@/lib/core/vector";
import type { Searchable } from "@/lib/features/serving/searchable";

/** A query's vector as the generation's vectors are: by the same encoder, cut to the same length. */
export async function embedQuery({ embedder, generation }: Searchable, text: string): Promise<Float32Array> {
  return cutRows(await embedder.embed([text], { kind: "query" }), embedder.model.dimensions, generation.manifest.model.dimensions);
}
