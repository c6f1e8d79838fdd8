import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { badLine, readLines } from "./read-lines";
import type { SentencePair } from "./read-parallel-file";

/** Two sentences and how alike people found them. */
export interface RatedPair {
  score: number;
  first: string;
  second: string;
}

/** Rated pairs in one language of a file. */
export interface SimilaritySet {
  /** File name, and the language where the file has several: "jsick-train.tsv ja". */
  name: string;
  pairs: RatedPair[];
}

export interface SimilarityFile {
  sets: SimilaritySet[];
  /** The same sentences in English and Japanese, each once; null where the file has one language. */
  parallel: SentencePair[] | null;
}

/** Columns of a JSICK file that are read. */
const JSICK = ["score_ja", "score_en", "a_ja", "b_ja", "a_en", "b_en"] as const;
type JsickColumn = (typeof JSICK)[number];

function readScore(file: string, line: number, text: string | undefined): number {
  const score = Number(text);
  if (text === undefined || text.trim() === "" || !Number.isFinite(score)) throw badLine(file, line, `"${text ?? ""}" is no score.`);
  return score;
}

function readPair(file: string, line: number, [score, first, second]: readonly (string | undefined)[]): RatedPair {
  if (!first || !second) throw badLine(file, line, "a score and two sentences are needed, with a tab between them.");
  return { score: readScore(file, line, score), first, second };
}

/** Each of the parallel sentences once: those that stand in several rows would have several right answers. */
function distinct(pairs: readonly SentencePair[]): SentencePair[] {
  const seen = new Set<string>();
  return pairs.filter(({ english, japanese }) => {
    const isNew = !seen.has(english) && !seen.has(japanese);
    seen.add(english).add(japanese);
    return isNew;
  });
}

function readJsick(file: string, [header = [], ...rows]: string[][]): SimilarityFile {
  const missing = JSICK.find((name) => !header.includes(name));
  if (missing) throw new AppError("bad_input", `${file} has no column ${missing}. Its first line names the columns: ${header.join(", ")}.`);
  const at = (row: string[], column: JsickColumn) => row[header.indexOf(column)];
  const set = (language: "ja" | "en"): SimilaritySet => ({
    name: `${path.basename(file)} ${language}`,
    pairs: rows.map((row, i) => readPair(file, i + 1, [at(row, `score_${language}`), at(row, `a_${language}`), at(row, `b_${language}`)])),
  });
  const sets = [set("ja"), set("en")];
  const [ja, en] = sets as [SimilaritySet, SimilaritySet];
  const parallel = ja.pairs.flatMap((pair, i) => [{ japanese: pair.first, english: en.pairs[i]!.first }, { japanese: pair.second, english: en.pairs[i]!.second }]);
  return { sets, parallel: distinct(parallel) };
}

/**
 * Sentence pairs with a score, in either of two forms: three columns (score, sentence, sentence) as of JSTS, or JSICK's, which begins with the names of its columns.
 * @throws AppError `bad_input` naming file and line
 */
export async function readSimilarityFile(file: string): Promise<SimilarityFile> {
  const lines = await readLines(file);
  if (lines[0]!.includes("score_ja")) return readJsick(file, lines);
  return { sets: [{ name: path.basename(file), pairs: lines.map((line, i) => readPair(file, i, line)) }], parallel: null };
}
