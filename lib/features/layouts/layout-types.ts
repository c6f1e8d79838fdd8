import type { LayoutView } from "@/lib/features/caption-map/map-types";

/** What a layout came to. */
export interface LayoutSummary {
  layout: LayoutView;
  /** False where there was nothing to do: the layout shows just these points already. */
  newLayout: boolean;
  /** Earlier layouts of its kind that it took the place of. */
  replaced: string[];
  seconds: number;
}
