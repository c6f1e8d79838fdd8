import type { Database } from "@/lib/database/client";
import { countBySource, listSourceRows } from "@/lib/database/sources";
import type { SourceView } from "./reindex-types";

/** All caption files that were imported, by collection and name; removed ones count no captions. */
export async function listSources(db: Database): Promise<SourceView[]> {
  const counts = await countBySource(db);
  return (await listSourceRows(db)).map(({ collection, collectionId: _collectionId, importedAt, removedAt, ...source }) => {
    const { images = 0, languages = {} } = counts.get(source.id) ?? {};
    const captions = Object.values(languages).reduce((sum, count) => sum + count, 0);
    return { ...source, collection: collection.name, captions, languages, images, importedAt: importedAt.toISOString(), removedAt: removedAt?.toISOString() ?? null };
  });
}
