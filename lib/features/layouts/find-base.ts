import { AppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { Database } from "@/lib/database/client";
import { type Layout, listLayouts } from "@/lib/database/layouts";
import type { Manifest } from "@/lib/vector-index/generation";
import { layoutManifestOf } from "./layout-manifest";
import type { LayoutRequest } from "./layout-request";
import type { LayoutStore } from "./layout-store";
import type { LoadedLayout } from "./load-layout";
import { givenParameters } from "./given-parameters";
import { idsOf, type LayoutPoints } from "./select-points";

/** Share of a layout's points that may have been placed on it, or on those before it, rather than laid out along with the others. */
const MOST_PLACED = 0.2;

/** A layout to place new points on. */
export interface Base {
  layout: LoadedLayout;
  /** The point of the base that each point is; -1 for a new one. */
  origin: Int32Array;
  /** Points that are new. */
  fresh: number;
}

/** Whether a layout shows what is asked for, by the same encoder. */
function suits(row: Layout, request: LayoutRequest, { model }: Pick<Manifest, "model">): boolean {
  const { model: made, parameters } = layoutManifestOf(row);
  const sameKind = row.method === request.method && row.unit === request.unit && row.language === request.language && row.distance === request.distance;
  const sameParameters = Object.entries(givenParameters(request)).every(([name, value]) => parameters[name] === value);
  return sameKind && sameParameters && made.sha256 === model.sha256 && made.dimensions === model.dimensions;
}

function compare(layout: LoadedLayout, points: LayoutPoints): Base {
  const known = new Map<number, number>();
  idsOf(layout).forEach((id, point) => known.set(id, point));
  const origin = Int32Array.from(idsOf(points), (id) => known.get(id) ?? -1);
  return { layout, origin, fresh: origin.reduce((count, point) => count + (point < 0 ? 1 : 0), 0) };
}

/** The newest layout that new points may be placed on: of what is laid out, four fifths have been laid out together. Null where there is none. */
export async function findBase(db: Database, store: LayoutStore, request: LayoutRequest, manifest: Pick<Manifest, "model">, points: LayoutPoints): Promise<Base | null> {
  for (const row of await listLayouts(db)) {
    if (!suits(row, request, manifest)) continue;
    const layout = await unlessDamaged(store.load({ generation: row.generationId, id: row.id }));
    const base = layout && compare(layout, points);
    if (base && base.fresh + base.layout.manifest.placed <= MOST_PLACED * points.count) return base;
  }
  return null;
}

async function unlessDamaged(loading: Promise<LoadedLayout>): Promise<LoadedLayout | null> {
  try {
    return await loading;
  } catch (err) {
    if (!(err instanceof AppError) || (err.code !== "layout_damaged" && err.code !== "not_found")) throw err;
    logger().warn({ err }, "a layout is damaged, and passed over");
    return null;
  }
}

/** Whether the base shows just the points that are to be laid out, of the same generation. */
export const isComplete = ({ layout, fresh }: Base, generation: string, points: LayoutPoints): boolean => layout.manifest.generation === generation && fresh === 0 && layout.manifest.count === points.count;
