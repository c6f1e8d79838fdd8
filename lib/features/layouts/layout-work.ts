import type { JobContext } from "@/lib/features/jobs/job-context";
import type { Manifest } from "@/lib/vector-index/generation";
import type { LayoutRequest } from "./layout-request";
import type { LayoutPoints } from "./select-points";
import type { WorkFolder } from "./work-folder";

/** What the steps of a layout work on. */
export interface LayoutWork {
  context: JobContext;
  request: LayoutRequest;
  /** Of the generation. */
  manifest: Manifest;
  points: LayoutPoints;
  /** Of the points: count × dimensions, row-major, in shared memory. */
  vectors: Float32Array;
  /** Where what is computed is kept until the layout is written. */
  folder: WorkFolder;
}
