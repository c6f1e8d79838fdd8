import { z } from "zod";
import type { Area } from "./area";
import { wholeNumber } from "@/lib/core/whole-number";
import { imageName, numbers, query } from "./request-parts";

/** Corners of an area at most, and points that are told of at once. */
const CORNERS = 256;
const POINTS = 500;

/** "0.1,0.2;0.3,0.2;0.3,0.4" */
const corner = /^(0|1|0?\.\d{1,9}|1\.0{1,9}|0\.\d{1,9}),(0|1|0?\.\d{1,9}|1\.0{1,9}|0\.\d{1,9})$/;

export const area = z
  .string()
  .transform((text) => text.split(";"))
  .pipe(z.array(z.string().regex(corner, "must be corners such as 0.1,0.2;0.3,0.2;0.3,0.4, in map coordinates from 0 to 1")).min(3, "must have at least 3 corners").max(CORNERS, `must have at most ${CORNERS} corners`))
  .transform((corners): Area => corners.map((text) => {
    const [x = 0, y = 0] = text.split(",").map(Number);
    return { x, y };
  }));

/** GET /api/v1/map/layouts/{id}/captions */
export const pointsRequestSchema = z.strictObject({
  points: numbers(POINTS, "points").optional(),
  captions: numbers(POINTS, "captions").optional(),
  image: imageName.optional(),
  siblings: z.enum(["true", "false"], "must be true or false").default("false").transform((value) => value === "true"),
});

/** GET /api/v1/map/layouts/{id}/query */
export const mapQueryRequestSchema = z.strictObject({ q: query, limit: wholeNumber(1, 200).default(50), within: area.optional() });

/** GET /api/v1/map/layouts/{id}/similarity */
export const similarityRequestSchema = z.strictObject({ q: query });

/** GET /api/v1/map/layouts/{id}/area */
export const areaRequestSchema = z.strictObject({ within: area, limit: wholeNumber(0, 200).default(50) });

export type PointsRequest = z.infer<typeof pointsRequestSchema>;
export type MapQueryRequest = z.infer<typeof mapQueryRequestSchema>;
