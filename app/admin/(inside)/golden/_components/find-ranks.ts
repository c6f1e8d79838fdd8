import { toAppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { GoldenQueryView } from "@/lib/features/reindexing/reindex-types";
import { searchCaptions } from "@/lib/features/search/search-captions";

/** How far down an expected image is looked for. The gate looks at the first ten. */
export const LOOKED_AT = 100;

/** The rank, from 1, of each expected image in a search by meaning, as the gate asks it, as of now, null where it is further down; null altogether where the search does not answer. */
export async function findRanks({ text, expected }: GoldenQueryView): Promise<(number | null)[] | null> {
  try {
    const { hits } = await searchCaptions({ q: text, mode: "semantic", group: "image", fold: false, offset: 0, limit: LOOKED_AT });
    const places = new Map(hits.map(({ image }, place) => [`${image.collection}/${image.id}`, place + 1]));
    return expected.map(({ collection, id }) => places.get(`${collection}/${id}`) ?? null);
  } catch (error) {
    if (toAppError(error).code !== "index_building") logger().warn({ err: error }, "a pinned query cannot be asked");
    return null;
  }
}
