import type { MapWord } from "./caption-words";
import type { TellingWord } from "./word-judge";

const MOST_WORDS = 3;

/** A further word tells at least such a share of what the first does. */
const FEWEST_SHARE = 0.3;

/** English words that begin with as many like letters, and go on with so few, are taken for forms of one: surfer, surfing. */
const LIKE_LETTERS = 4;
const OTHER_LETTERS = 4;

/** A longer word takes the place of one inside it that occurs at most so many times as often: スケートボード that of スケート. */
const MOST_TIMES = 2;

/** The most telling words that say different things. @param telling the most telling first; words of one language   @param without words that are not to be chosen */
export function chooseWords(telling: readonly TellingWord[], words: readonly MapWord[], without: ReadonlySet<string>): string[] {
  const chosen: MapWord[] = [];
  let bar = 0;
  for (const { id, score } of wholeNames(telling, words)) {
    const word = words[id]!;
    if (chosen.length === MOST_WORDS || score < bar) break;
    if (without.has(word.word) || chosen.some((other) => areAlike(word, other))) continue;
    chosen.push(word);
    if (chosen.length === 1) bar = FEWEST_SHARE * score;
  }
  return chosen.map(({ word }) => word);
}

/** Without the words that are mostly part of a longer one in the list. */
export function wholeNames(telling: readonly TellingWord[], words: readonly MapWord[]): TellingWord[] {
  const isPart = ({ id, captions }: TellingWord) => telling.some((other) => other.id !== id && captions <= MOST_TIMES * other.captions && isPartOf(words[id]!, words[other.id]!));
  return telling.filter((word) => !isPart(word));
}

/** Of names that are written in one; "man" is no part of "woman". */
const isPartOf = (part: MapWord, whole: MapWord) => part.language === "ja" && whole.language === "ja" && whole.word.includes(part.word);

function areAlike(a: MapWord, b: MapWord): boolean {
  if (a.language === "ja") return isPartOf(a, b) || isPartOf(b, a);
  let like = 0;
  while (like < a.word.length && a.word[like] === b.word[like]) like++;
  return like >= LIKE_LETTERS && Math.max(a.word.length, b.word.length) - like <= OTHER_LETTERS;
}
