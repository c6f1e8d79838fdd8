import { InvalidArgumentError } from "commander";
import { readLanguageTag } from "@/lib/features/ingestion/readers/language-tag";

const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** All languages of two letters have a name here; of those with three letters only the larger ones. */
const isUnknown = (tag: string) => /^[a-z]{2}(-|$)/i.test(tag) && names.of(tag.slice(0, 2)) === undefined;

/** A BCP 47 tag in its canonical form. */
export function parseLanguageTag(text: string): string {
  const tag = readLanguageTag(text);
  if (!tag || isUnknown(tag)) throw new InvalidArgumentError("Give a BCP 47 language tag such as ja, en or zh-Hant.");
  return tag;
}
