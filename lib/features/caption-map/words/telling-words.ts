import { wholeNames } from "./choose-words";
import { WordJudge } from "./word-judge";
import type { MapArea } from "../map-types";
import type { CaptionWords } from "./caption-words";

/** Of a selection, whose parts may show different things, less is asked than of a region. */
const bar = { share: 0.002, times: 1.2 };

/**
 * The words that tell some points from the rest of the map, by language, the most telling first, with in how many of their captions each occurs. All of them are counted: a million
 * points take a tenth of a second. None tell the whole map from itself.
 * @param most words of each language
 */
export function tellingWords(words: CaptionWords, points: Iterable<number>, most = 12): MapArea["words"] {
  const telling = new WordJudge(words).judge(points, Infinity, bar);
  const chosen = Object.entries(telling).map(([language, list]) => [language, wholeNames(list, words.words).slice(0, most)] as const).filter(([, list]) => list.length > 0);
  return Object.fromEntries(chosen.map(([language, list]) => [language, list.map(({ id, captions }) => ({ word: words.words[id]!.word, count: captions }))]));
}
