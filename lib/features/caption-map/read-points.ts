import { AppError } from "@/lib/core/errors";
import { findImage } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import { imagesOfCaptions } from "@/lib/database/captions";
import { searchEngine } from "@/lib/features/serving/search-engine";
import { describePoints } from "./describe-points";
import { takeLayout } from "./layout-shelf";
import type { PointsRequest } from "./map-requests";
import type { MapPoints } from "./map-types";
import type { ShownLayout } from "./shown-layout";

/** Points of an image that are told of at most: some captions have thousands of siblings in data that was badly made. */
const SIBLINGS = 100;

/**
 * What points are, by their numbers, by captions or by an image.
 * @throws AppError `not_found` for what the layout does not show, `invalid_parameter` for a number that is no point
 */
export async function readPoints(layoutId: string, request: PointsRequest): Promise<MapPoints> {
  const db = await searchEngine().openDatabase();
  const layout = await takeLayout(db, layoutId);
  const points = [...new Set([...checkPoints(layout, request.points ?? []), ...(await pointsOfCaptions(db, layout, request.captions ?? [])), ...(request.image ? await pointsOfImage(db, layout, request.image) : [])])];
  const asked = new Set(points);
  const images = [...new Set(points.map((point) => layout.images[point] as number))];
  const siblings = request.siblings ? images.flatMap((image) => [...layout.pointsOfImage(image).subarray(0, SIBLINGS)].filter((point) => !asked.has(point))) : [];
  return { points: await describePoints(db, layout, points), siblings: await describePoints(db, layout, siblings) };
}

function checkPoints({ manifest }: ShownLayout, points: readonly number[]): readonly number[] {
  const beyond = points.find((point) => point >= manifest.count);
  if (beyond !== undefined) throw new AppError("invalid_parameter", `The layout ${manifest.id} has ${manifest.count} points, counted from 0; there is no point ${beyond}.`, { field: "points" });
  return points;
}

async function pointsOfCaptions(db: Database, layout: ShownLayout, captions: readonly number[]): Promise<number[]> {
  const images = layout.captions ? new Map<number, number>() : await imagesOfCaptions(db, captions);
  return captions.map((caption) => {
    const point = layout.pointOf(caption, images.get(caption) ?? 0);
    if (point === undefined) throw new AppError("not_found", `The caption ${caption} is not on this layout: it came later, was removed, or is in a language that the layout leaves out.`, { field: "captions" });
    return point;
  });
}

async function pointsOfImage(db: Database, layout: ShownLayout, { collection, id }: { collection: string; id: string }): Promise<number[]> {
  const image = await findImage(db, collection, id);
  const points = image ? layout.pointsOfImage(image.id) : new Uint32Array(0);
  if (points.length === 0) throw new AppError("not_found", `The image ${collection}:${id} is not on this layout.`, { field: "image" });
  return [...points.subarray(0, SIBLINGS)];
}
