import { drawSome } from "@/lib/core/draw-some";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";

/** From captions of one language to captions of the other, as positions in the manifest's languages. */
export interface Direction {
  from: number;
  to: number;
}

/** One caption an image, so that no image counts twice: rows of `from` whose image has another caption in `to`. */
export interface Questions {
  rows: number[];
  /** Images that could be asked. */
  images: number;
}

/** Of each image that has captions to find, one caption drawn as the query; of these, as many as are wanted. @param random numbers in [0, 1) */
export function chooseQuestions({ labels }: LoadedGeneration, { from, to }: Direction, most: number, random: () => number): Questions {
  const { imageIds, languages } = labels;
  const byImage = new Map<number, { asking: number[]; targets: number }>();
  for (let row = 0; row < imageIds.length; row++) {
    const language = languages[row]!;
    if (language !== from && language !== to) continue;
    const image = byImage.get(imageIds[row]!) ?? { asking: [], targets: 0 };
    if (language === from) image.asking.push(row);
    if (language === to) image.targets++;
    byImage.set(imageIds[row]!, image);
  }
  const usable = [...byImage.values()].filter(({ asking, targets }) => asking.length > 0 && targets > (from === to ? 1 : 0));
  return { rows: drawSome(usable, most, random).map(({ asking }) => asking[Math.floor(random() * asking.length)]!), images: usable.length };
}
