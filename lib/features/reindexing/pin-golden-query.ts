import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { findImage } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import { createGoldenRow } from "@/lib/database/golden-queries";
import { viewGoldenQuery } from "./list-golden-queries";
import type { GoldenQueryView } from "./reindex-types";

/** Images that one query may be pinned to: as many as the gate looks at. */
const MOST_IMAGES = 10;

export const goldenQuerySchema = z.strictObject({
  text: z.string().trim().min(1, "give a query").max(1000, "give a query of 1000 characters at most"),
  expected: z
    .array(z.strictObject({ collection: z.string().min(1), id: z.string().min(1) }))
    .min(1, "name one image at least")
    .max(MOST_IMAGES, `name ${MOST_IMAGES} images at most: the gate looks at so many`),
});

/**
 * Pins a query to the images that it has to find among the first ten.
 * @throws AppError `invalid_parameter`; `not_found` for an image that is not there
 */
export async function pinGoldenQuery(db: Database, query: z.infer<typeof goldenQuerySchema>, createdBy: string): Promise<GoldenQueryView> {
  const checked = goldenQuerySchema.safeParse(query);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw new AppError("invalid_parameter", `The query cannot be pinned: ${issue?.message ?? "invalid"}.`, { field: String(issue?.path[0] ?? "text") });
  }
  const { text, expected } = checked.data;
  for (const { collection, id } of expected) {
    if (!(await findImage(db, collection, id))) throw new AppError("not_found", `There is no image ${id} in the collection ${collection}.`, { field: "expected" });
  }
  return viewGoldenQuery(await createGoldenRow(db, { text, expected: JSON.stringify(expected), createdBy }));
}
