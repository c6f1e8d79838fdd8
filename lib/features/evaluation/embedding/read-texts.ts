import { AppError } from "@/lib/core/errors";
import { openCaptionFiles } from "../../ingestion/readers/open-caption-files";

async function readFirst(file: string, count: number): Promise<string[]> {
  const texts: string[] = [];
  for await (const { chunks } of openCaptionFiles(file)) {
    for await (const { captions } of chunks) {
      texts.push(...captions.map(({ text }) => text));
      if (texts.length >= count) return texts.slice(0, count);
    }
  }
  return texts;
}

/**
 * The first captions of some files, a caption of each in turn, from the start again where they are too few.
 * @throws AppError `bad_input` where there are none
 */
export async function readTexts(files: readonly string[], count: number): Promise<string[]> {
  const columns = await Promise.all(files.map((file) => readFirst(file, count)));
  const mixed = Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, i) => columns.flatMap((column) => column[i] ?? [])).flat();
  if (mixed.length === 0) throw new AppError("bad_input", `${files.join(", ")} hold no captions.`);
  return Array.from({ length: count }, (_, i) => mixed[i % mixed.length] as string);
}
