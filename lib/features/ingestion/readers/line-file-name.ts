import path from "node:path";

/** What Multi30k's file names tell: "test_2016.3.de.gz" holds the third German captions of the test set of 2016. */
export interface LineFileName {
  /** As written: "test_2016_flickr". */
  split: string;
  /** Which of several captions of each image; null where there is one. */
  number: string | null;
  language: string;
  /** Whether its captions were altered ("train.lc.norm.tok.en": lower case, split into words). */
  altered: boolean;
}

/** The languages that Multi30k was written in or translated into. */
const LANGUAGES = new Set(["ar", "cs", "de", "en", "fr", "ja", "tr", "uk", "zh"]);
const SPLIT = /^(train|val|test)(_\w+)?$/i;

/** Null for the name of another kind of file. */
export function readLineFileName(filePath: string): LineFileName | null {
  const [split = "", ...rest] = path.posix.basename(filePath).replace(/\.gz$/i, "").split(".");
  const language = rest.pop()?.toLowerCase() ?? "";
  if (!SPLIT.test(split) || !LANGUAGES.has(language)) return null;
  const number = rest.find((part) => /^\d$/.test(part)) ?? null;
  return { split, number, language, altered: rest.some((part) => part !== number) };
}

/** A split under the one name that Multi30k's files and lists share: "train_images", "test_2016_flickr", "test" → "train", "test_2016", "test_2016". */
export function splitKey(split: string): string {
  const key = split.toLowerCase().replace(/_(images|flickr)$/, "");
  return key === "test" ? "test_2016" : key;
}

/** What to give in place of captions without the list of their images; a sentence for the end of a refusal. */
export const GIVE_WITH_IMAGES = "Give an archive (zip or tar.gz) of Multi30k's data folder, with its image_splits.";

/** Why captions without the list of their images cannot be read. */
export function missingImages(split: string): string {
  return `it holds captions line by line, as Multi30k does, and the list of their images (image_splits/${split}.txt) is missing. ${GIVE_WITH_IMAGES}`;
}
