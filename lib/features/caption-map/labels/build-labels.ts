import type { MapFrame } from "../frame";
import type { MapLabels, RegionLabel } from "../map-types";
import type { CaptionWords } from "../words/caption-words";
import { chooseWords } from "../words/choose-words";
import { findRegions, type Regions } from "./find-regions";
import { LabelBoard } from "./label-board";
import { type TellingWord, WordJudge } from "../words/word-judge";

/** Cells a side of the grid that the whole map's regions are found on: some two hundred of them, more than there is room for. Each level has twice as many. */
const CELLS = 80;
const FEWEST_CELLS = 16;
const REGIONS = 200;

const MOST_LEVELS = 6;
/** Points of a region in the mean at the last level, or more. */
const POINTS_A_REGION = 12;
/** Points that a region has at least, where there are that many. */
const FEWEST_POINTS = 6;

const bar = { share: 0.08, times: 1.5 };

/**
 * What is to be read where on the map, at each zoom level: dense parts of it by the words that tell them from the rest, the larger first, as far as there is room.
 * Neighbours have different words. Linear in the points: some seconds for a million.
 * @param positions n × 2   @param words of the captions of each point
 */
export function buildLabels({ positions, frame, words }: { positions: Float64Array; frame: MapFrame; words: CaptionWords }): MapLabels {
  const count = positions.length / 2;
  const judge = new WordJudge(words);
  // Few points have fewer regions, each of some points.
  const cells = Math.max(FEWEST_CELLS, CELLS * Math.min(1, Math.sqrt(count / (REGIONS * FEWEST_POINTS))));
  const levels: MapLabels["levels"] = [];
  for (let zoom = 0; zoom < levelsFor(count); zoom++) {
    const regions = findRegions(positions, frame, Math.round(cells * 2 ** zoom), Math.min(FEWEST_POINTS, Math.ceil(count / REGIONS)));
    levels.push({ zoom, labels: labelRegions(regions, zoom, judge, words) });
  }
  return { levels };
}

/** Each level has four times the regions of the one before it. */
function levelsFor(count: number): number {
  if (count === 0) return 0;
  const deepest = Math.floor(Math.log2(count / (REGIONS * POINTS_A_REGION)) / 2);
  return Math.min(MOST_LEVELS, Math.max(0, deepest) + 1);
}

/** To a hundredth of a pixel, at the deepest level to a third. */
const round = (coordinate: number) => Math.round(coordinate * 1e5) / 1e5;

interface Candidate extends Omit<RegionLabel, "words"> {
  telling: Record<string, TellingWord[]>;
  /** Size, times how well its best word tells it. */
  weight: number;
}

function labelRegions(regions: Regions, zoom: number, judge: WordJudge, { words }: CaptionWords): RegionLabel[] {
  const board = new LabelBoard(zoom);
  for (const { x, y, count, telling } of judgeRegions(regions, judge)) {
    if (!board.hasRoom({ x, y })) continue;
    const around = board.wordsAround({ x, y });
    const chosen = Object.entries(telling).map(([language, list]) => [language, chooseWords(list, words, around)] as const).filter(([, list]) => list.length > 0);
    if (chosen.length > 0) board.add({ x: round(x), y: round(y), count, words: Object.fromEntries(chosen) });
  }
  return board.labels;
}

function judgeRegions({ x, y, points, starts }: Regions, judge: WordJudge): Candidate[] {
  const candidates = Array.from(x, (_, region) => {
    const own = points.subarray(starts[region], starts[region + 1]);
    const telling = judge.judge(own, x.length, bar);
    const best = Math.max(0, ...Object.values(telling).map((list) => list[0]?.score ?? 0));
    return { x: x[region]!, y: y[region]!, count: own.length, telling, weight: own.length * best };
  });
  return candidates.sort((a, b) => b.weight - a.weight || a.x - b.x || a.y - b.y);
}
