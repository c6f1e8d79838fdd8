import { readCaptions, readImages } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import type { FindComparison, LostQuery } from "../reindex-types";
import type { Comparison } from "./compare-finds";

/** What each query of a comparison looked for. */
export interface Sought {
  /** Null: the text of the caption. */
  text: string | null;
  captionId: number | null;
  imageId: number;
}

/** The comparison with texts and images, for people. */
export async function nameLosses(db: Database, { losses, ...comparison }: Comparison, sought: readonly Sought[]): Promise<FindComparison> {
  const lost = losses.map((loss) => ({ ...loss, ...(sought[loss.index] as Sought) }));
  const captions = await readCaptions(db, lost.flatMap(({ captionId }) => captionId ?? []));
  const images = await readImages(db, lost.map(({ imageId }) => imageId));
  const named = lost.map(({ text, captionId, imageId, rankBefore }): LostQuery => {
    const image = images.get(imageId);
    return { text: text ?? captions.get(captionId ?? 0)?.text ?? "", image: { collection: image?.collection ?? "", id: image?.externalId ?? "" }, rankBefore, rankAfter: null };
  });
  return { ...comparison, lost: named };
}
