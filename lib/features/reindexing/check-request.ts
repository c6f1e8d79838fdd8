import { AppError } from "@/lib/core/errors";
import { findCaptionIds } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import { findSourceIds } from "@/lib/database/sources";
import { describeSelection, type Recipe, removesAnything } from "./recipe";
import type { ReindexRequest, Removal } from "./reindex-types";

/** @throws AppError `not_found` for a source or a caption that never was; one that is removed already may be named again */
export async function checkRemoval(db: Database, { sourceIds, captionIds }: Removal): Promise<void> {
  const [sources, captions] = [new Set(await findSourceIds(db, sourceIds)), new Set(await findCaptionIds(db, captionIds))];
  const source = sourceIds.find((id) => !sources.has(id));
  if (source !== undefined) throw new AppError("not_found", `There is no source ${source}. npm run source -- list shows those there are.`, { field: "remove" });
  const caption = captionIds.find((id) => !captions.has(id));
  if (caption !== undefined) throw new AppError("not_found", `There is no caption ${caption}. A caption's id stands in the answers of /api/v1/search.`, { field: "remove" });
}

/** @throws AppError `invalid_parameter`, `conflict` where the index would be left without a caption */
export function checkNotEmpty(captions: number, { selection, removes }: Recipe, { selection: asked, hasIndex }: Pick<ReindexRequest, "selection"> & { hasIndex: boolean }): void {
  if (captions > 0) return;
  if (asked) throw new AppError("invalid_parameter", `No caption is in the selection (${describeSelection(selection)}). npm run source -- list shows collections and languages that there are.`, { field: "selection" });
  if (hasIndex && removesAnything(removes)) {
    throw new AppError("conflict", "Removing this would leave an index without a single caption, which cannot be searched. Import other captions first (npm run ingest -- FILE), or begin anew with another data folder (KOTOMAP_DATA_DIR).", { field: "remove" });
  }
}

