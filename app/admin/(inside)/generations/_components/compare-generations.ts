import type { GenerationView } from "@/lib/features/reindexing/reindex-types";

type Compared = Pick<GenerationView, "count" | "model" | "languages" | "collections" | "hnsw">;

export interface ComparedField {
  field: "captions" | "model" | "dimensions" | "languages" | "collections" | "m" | "efConstruction" | "ef";
  /** Null: there is no active generation. */
  now: number | string | readonly string[] | null;
  then: number | string | readonly string[];
  same: boolean;
}

/** Models of one name may still be different ones. */
function modelNames(now: Compared["model"] | undefined, then: Compared["model"]): [string | null, string] {
  if (!now) return [null, then.id];
  const mark = ({ id, sha256 }: Compared["model"]) => (now.id === then.id && now.sha256 !== then.sha256 ? `${id} (${sha256.slice(0, 8)})` : id);
  return [mark(now), mark(then)];
}

const sorted = (names: readonly string[]) => [...names].sort();

/** What searches see now, and what they would see with another generation, field by field. */
export function compareGenerations(now: Compared | null, then: Compared): ComparedField[] {
  const [modelNow, modelThen] = modelNames(now?.model, then.model);
  const fields: [ComparedField["field"], ComparedField["now"], ComparedField["then"]][] = [
    ["captions", now?.count ?? null, then.count],
    ["model", modelNow, modelThen],
    ["dimensions", now?.model.dimensions ?? null, then.model.dimensions],
    ["languages", now && sorted(now.languages), sorted(then.languages)],
    ["collections", now && sorted(now.collections), sorted(then.collections)],
    ["m", now?.hnsw.m ?? null, then.hnsw.m],
    ["efConstruction", now?.hnsw.efConstruction ?? null, then.hnsw.efConstruction],
    ["ef", now?.hnsw.ef ?? null, then.hnsw.ef],
  ];
  return fields.map(([field, before, after]) => ({ field, now: before, then: after, same: JSON.stringify(before) === JSON.stringify(after) }));
}
