import { cache } from "react";
import { toAppError, type AppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import { describeArea } from "@/lib/features/caption-map/describe-area";
import type { LayoutView, MapArea, MapLabels, MapOverview, SelectionLayout } from "@/lib/features/caption-map/map-types";
import { readLayoutLabels, readMap } from "@/lib/features/caption-map/read-map";
import { layOutSelection } from "@/lib/features/caption-map/selection/lay-out-selection";
import type { SelectionQuery } from "@/lib/features/caption-map/selection/selection-request";
import type { Place } from "../_view/view";

export type Read<T> = { found: T; fault: null } | { found: null; fault: AppError };

/** Never throws: what goes wrong is the answer, and stands in the log. */
async function attempt<T>(read: () => Promise<T>): Promise<Read<T>> {
  try {
    return { found: await read(), fault: null };
  } catch (thrown) {
    const fault = toAppError(thrown);
    if (!["not_found", "invalid_parameter"].includes(fault.code)) logger().error({ err: thrown }, "a part of the map cannot be read");
    return { found: null, fault };
  }
}

/** What maps there are, read once a request. */
export const readOverview = cache((): Promise<Read<MapOverview>> => attempt(readMap));

/** @param layout the id that the address asks for */
export function layoutOf(overview: MapOverview, layout: string | null): LayoutView | null {
  return overview.layouts.find(({ id }) => id === (layout ?? overview.current)) ?? null;
}

export const readLabels = (layout: string): Promise<Read<MapLabels>> => attempt(async () => JSON.parse(new TextDecoder().decode(await readLayoutLabels(layout))) as MapLabels);

/** @param limit examples */
export const readArea = (layout: string, within: readonly Place[], limit: number): Promise<Read<MapArea>> => attempt(() => describeArea(layout, { within, limit }));

/** Seconds that a page waits for a selection to be laid out. */
const PATIENCE = 30;

export const readSelection = (query: SelectionQuery): Promise<Read<SelectionLayout>> => attempt(() => layOutSelection(query, AbortSignal.timeout(1000 * PATIENCE)));
