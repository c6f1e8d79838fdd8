import { findPrincipalComponents, projectOnAxes } from "@/lib/projection/pca/principal-components";
import { findNeighbours } from "./find-neighbours";
import type { LayoutWork } from "./layout-work";
import { type Placement, QUALITY_NEIGHBOURS } from "./placement";

const COMPONENTS = 2;

/** Puts points at their first two principal components. Neighbours are found to measure how true that is. */
export async function runPca(work: LayoutWork): Promise<Placement> {
  const { context, points, vectors, manifest } = work;
  context.meter.begin("layout", null);
  const { coordinates, mean, axes, explained } = findPrincipalComponents({ values: vectors, dimensions: manifest.model.dimensions }, COMPONENTS);
  context.meter.end();
  context.log(`The two axes show ${explained.map((share) => `${(100 * share).toFixed(1)} %`).join(" and ")} of the variance.`);
  const graph = await findNeighbours(work, Math.min(points.count - 1, QUALITY_NEIGHBOURS));
  return { positions: coordinates, graph, divergence: null, parameters: {}, axes: Float64Array.from([...mean, ...axes.flatMap((axis) => [...axis])]) };
}

/** Other vectors on the axes of an earlier layout. @param axes as its file holds them */
export function projectOnSaved(values: Float32Array, dimensions: number, axes: Float64Array): Float64Array {
  const part = (i: number) => axes.subarray(i * dimensions, (i + 1) * dimensions);
  return projectOnAxes({ values, dimensions }, part(0), Array.from({ length: COMPONENTS }, (_, i) => part(i + 1)));
}
