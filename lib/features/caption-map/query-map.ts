import { distanceOfCosine } from "@/lib/projection/neighbours/exact-neighbours";
import { createNeighbourGraph } from "@/lib/projection/neighbours/neighbour-graph";
import { projectOnAxes } from "@/lib/projection/pca/principal-components";
import { placePoints } from "@/lib/projection/transform/place-points";
import { embedQuery } from "@/lib/features/search/embed-query";
import { roundScore } from "@/lib/features/search/find-hits";
import { rankCaptions } from "@/lib/features/search/rank-captions";
import { admitSearch } from "@/lib/features/serving/admit-search";
import { type Serving, searchEngine } from "@/lib/features/serving/search-engine";
import type { Area } from "./area";
import { describePoints } from "./describe-points";
import { toMap } from "./frame";
import { takeLayout } from "./layout-shelf";
import type { MapQueryRequest } from "./map-requests";
import type { MapQuery } from "./map-types";
import type { ShownLayout } from "./shown-layout";

/** Neighbours by which a query is placed, as other new points are. */
const NEAREST = 15;

interface ScoredPoint {
  point: number;
  score: number;
}

/** Which points an area has: 1 for each of them. */
interface Inside {
  points: Uint8Array;
  count: number;
}

async function insideOf(layout: ShownLayout, area: Area): Promise<Inside> {
  const found = await layout.pointsIn(area);
  const points = new Uint8Array(layout.manifest.count);
  for (const point of found) points[point] = 1;
  return { points, count: found.length };
}

/**
 * Captions nearest to a text, as points of a layout, with the place where the text itself would stand.
 * @throws AppError `not_found`; `layout_damaged`; as searches do
 */
export async function queryMap(layoutId: string, request: MapQueryRequest): Promise<MapQuery> {
  return admitSearch(() =>
    searchEngine().use(async (serving) => {
      const layout = await takeLayout(serving.db, layoutId);
      const vector = await embedQuery(serving, request.q);
      const area = request.within;
      const inside = area ? await insideOf(layout, area) : null;
      const nearest = findPoints(serving, layout, vector, NEAREST, null);
      const best = findPoints(serving, layout, vector, request.limit, inside);
      const described = new Map((await describePoints(serving.db, layout, best.map(({ point }) => point))).map((point) => [point.point, point]));
      return {
        query: request.q,
        place: placeQuery(layout, nearest, vector),
        hits: best.flatMap(({ point, score }) => {
          const found = described.get(point);
          return found ? [{ ...found, score: roundScore(score) }] : [];
        }),
        total: inside ? inside.count : layout.manifest.count,
      };
    }),
  );
}

/** The best points by falling score; an image stands where its best caption does. @param inside all points where it is null */
function findPoints({ generation }: Serving, layout: ShownLayout, vector: Float32Array, limit: number, inside: Inside | null): ScoredPoint[] {
  const { captionIds, imageIds } = generation.labels;
  const pointOf = (row: number) => layout.pointOf(captionIds[row] as number, imageIds[row] as number);
  const passes = inside && ((row: number) => {
    const point = pointOf(row);
    return point !== undefined && inside.points[point] === 1;
  });
  // An image may have any number of captions.
  const rows = inside && layout.captions ? inside.count : generation.manifest.count;
  const found = new Map<number, number>();
  for (const step of rankCaptions(generation, vector, { passes, rows })) {
    for (const { row, score } of step) {
      const point = pointOf(row);
      if (point !== undefined && !found.has(point)) found.set(point, score);
      if (found.size === limit) return pointsOf(found);
    }
  }
  return pointsOf(found);
}

const pointsOf = (found: ReadonlyMap<number, number>): ScoredPoint[] => [...found].map(([point, score]) => ({ point, score }));

/** On the axes of principal components where the layout has such of as long vectors, else among the query's neighbours. */
function placeQuery(layout: ShownLayout, nearest: readonly ScoredPoint[], vector: Float32Array): { x: number; y: number } {
  const { axes, manifest } = layout;
  if (axes?.length === 3 * vector.length) {
    const part = (i: number) => axes.subarray(i * vector.length, (i + 1) * vector.length);
    const [x = 0, y = 0] = projectOnAxes({ values: vector, dimensions: vector.length }, part(0), [part(1), part(2)]);
    return toMap(manifest.frame, x, y);
  }
  const graph = createNeighbourGraph(1, NEAREST);
  nearest.forEach(({ point, score }, i) => {
    graph.neighbours[i] = point;
    graph.distances[i] = distanceOfCosine(score, manifest.distance);
  });
  const [x = 0, y = 0] = placePoints(graph, layout.positions, layout.field);
  return toMap(manifest.frame, x, y);
}
