import type { LayoutView } from "@/lib/features/caption-map/map-types";
import type { Database } from "@/lib/database/client";
import { listLayouts as listRows } from "@/lib/database/layouts";
import { layoutManifestOf, viewLayout } from "./layout-manifest";

/** All layouts, the newest first. */
export async function listLayouts(db: Database): Promise<LayoutView[]> {
  return (await listRows(db)).map((row) => viewLayout(layoutManifestOf(row)));
}
