import { languageName } from "@/app/_components/language-mark";
import { getLocale, getTranslator } from "@/app/_i18n/translator";

/** Names a direction by its languages: "Japanese → English". */
export async function directionNamer(): Promise<(direction: { from: string; to: string }) => string> {
  const [t, locale] = [await getTranslator(), await getLocale()];
  return ({ from, to }) => t("evaluation.directionName", { from: languageName(from, locale), to: languageName(to, locale) });
}
