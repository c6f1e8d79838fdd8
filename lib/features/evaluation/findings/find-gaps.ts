import { dot, row as rowOf } from "@/lib/core/vector";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { GapDetail } from "./finding-types";

const MOST = 200;

const round = (score: number) => Math.round(score * 10_000) / 10_000;

/** Images with captions in both languages, those first whose languages agree least. @param images ids @param between positions in the manifest's languages */
export function findGaps({ labels, vectors, manifest, rowsOfImage }: LoadedGeneration, images: readonly number[], between: [number, number]): GapDetail[] {
  const { dimensions } = manifest.model;
  const languages = between.map((code) => manifest.languages[code]!) as [string, string];
  const gaps = images.flatMap((image): GapDetail[] => {
    const rows = [...rowsOfImage(image)];
    const [first, second] = between.map((code) => rows.filter((row) => labels.languages[row] === code)) as [number[], number[]];
    const pairs = first.flatMap((a) => second.map((b) => ({ a, b, score: dot(rowOf(vectors, a, dimensions), rowOf(vectors, b, dimensions)) })));
    if (pairs.length === 0) return [];
    const far = pairs.reduce((least, pair) => (pair.score < least.score ? pair : least));
    const agreement = pairs.reduce((sum, { score }) => sum + score, 0) / pairs.length;
    return [{ image, languages, agreement: round(agreement), captions: [labels.captionIds[far.a]!, labels.captionIds[far.b]!], score: round(far.score) }];
  });
  return gaps.sort((a, b) => a.agreement - b.agreement || a.image - b.image).slice(0, MOST);
}
