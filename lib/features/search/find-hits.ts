import { dot, row as rowOf } from "@/lib/core/vector";
import { readCaptions, readImages } from "@/lib/database/captions";
import type { Serving } from "@/lib/features/serving/search-engine";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { passingRows, withoutRow, type PassingRows } from "./caption-filter";
import { describeImages } from "./describe-image";
import { rankCaptions, type RankedRow } from "./rank-captions";
import type { ResultRequest } from "./search-request";
import type { ScoredCaption, SearchHit } from "./search-types";
import { selectHits } from "./select-hits";

interface HitQuery {
  vector: Float32Array;
  /** A row to leave out: the caption that looks for others. */
  excluded: number | null;
}

/** 4 digits: what a cosine of int8 products is good for. */
export const roundScore = (score: number) => Math.round(score * 10_000) / 10_000;

/** The hits of one page. The index is searched first, then only what the page shows is read from the database. */
export async function findHits(serving: Serving, { vector, excluded }: HitQuery, request: ResultRequest): Promise<{ hits: SearchHit[]; total: number; searchMs: number }> {
  const start = performance.now();
  const { generation } = serving;
  const all = passingRows(generation, request);
  const passing = excluded === null ? all : withoutRow(generation, all, excluded);
  const ranking = rankCaptions(generation, vector, passing);
  const { groups, total } = request.group === "image" ? selectImages(generation, ranking, passing, vector, request) : selectCaptions(ranking, passing, request);
  const searchMs = performance.now() - start;
  return { hits: await readHits(serving, groups), total, searchMs };
}

function selectCaptions(ranking: Iterable<RankedRow[]>, { rows }: PassingRows, request: ResultRequest) {
  const scores = new Map<number, number>();
  const scored = (row: number) => ({ row, score: scores.get(row) ?? 0 });
  const remember = function* () {
    for (const step of ranking) {
      step.forEach(({ row, score }) => scores.set(row, score));
      yield step;
    }
  };
  const { keys, total } = selectHits(remember(), (row) => row, rows, request);
  return { groups: keys.map((row) => [scored(row)]), total };
}

/** An image shows all its captions that pass, those below minScore left out, scored exactly. */
function selectImages(generation: LoadedGeneration, ranking: Iterable<RankedRow[]>, { images, passes }: PassingRows, vector: Float32Array, request: ResultRequest) {
  const { labels, vectors } = generation;
  const shown = (imageId: number): RankedRow[] =>
    [...generation.rowsOfImage(imageId)]
      .filter((row) => passes === null || passes(row))
      .map((row) => ({ row, score: dot(rowOf(vectors, row, vector.length), vector) }))
      .filter(({ score }) => request.minScore === undefined || score >= request.minScore)
      .sort((a, b) => b.score - a.score || a.row - b.row);
  const { keys, total } = selectHits(ranking, (row) => labels.imageIds[row] as number, images, request);
  const groups = keys.map(shown).filter((rows) => rows.length > 0);
  return { groups: groups.sort((a, b) => (b[0]?.score ?? 0) - (a[0]?.score ?? 0)), total };
}

async function readHits({ db, generation }: Serving, groups: RankedRow[][]): Promise<SearchHit[]> {
  const { captionIds, imageIds } = generation.labels;
  const captions = await readCaptions(db, groups.flat().map(({ row }) => captionIds[row] as number));
  const images = await readImages(db, groups.map(([first]) => imageIds[first?.row ?? 0] as number));
  const summaries = describeImages(images, generation);
  return groups.flatMap((rows) => {
    const scored = rows.flatMap(({ row, score }): ScoredCaption[] => {
      const caption = captions.get(captionIds[row] as number);
      return caption ? [{ ...caption, id: String(caption.id), score: roundScore(score) }] : [];
    });
    const image = summaries.get(imageIds[rows[0]?.row ?? 0] as number);
    return image && scored[0] ? [{ score: scored[0].score, image, captions: scored }] : [];
  });
}
