import { badLine, readLines } from "./read-lines";

/** What is said in both languages. */
export interface SentencePair {
  english: string;
  japanese: string;
}

/** The last pairs of a file of two columns, English and Japanese. @throws AppError `bad_input` naming file and line */
export async function readParallelFile(file: string, last: number): Promise<SentencePair[]> {
  const lines = await readLines(file);
  const from = Math.max(0, lines.length - last);
  return lines.slice(from).map(([english, japanese], i) => {
    if (!english || !japanese) throw badLine(file, from + i, "an English and a Japanese sentence are needed, with a tab between them.");
    return { english, japanese };
  });
}
