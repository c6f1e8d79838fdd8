import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { unmarkSource } from "@/lib/database/removals";
import { listSources } from "./list-sources";
import type { SourceView } from "./reindex-types";

/**
 * Brings a removed source back into the corpus, with the captions that were removed with it; the next re-index or ingest takes them
 * into the index. A source that is not removed stays as it is.
 * @throws AppError `not_found`
 */
export async function restoreSource(db: Database, id: number): Promise<SourceView> {
  await db.$transaction((tx) => unmarkSource(tx, id), { timeout: 10 * 60_000, maxWait: 10 * 60_000 });
  const source = (await listSources(db)).find((one) => one.id === id);
  if (!source) throw new AppError("not_found", `There is no source ${id}. npm run source -- list shows those there are; one whose captions were cleared away by npm run prune has to be imported again.`, { field: "source" });
  return source;
}
