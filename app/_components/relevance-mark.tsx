import { getTranslator } from "@/app/_i18n/translator";

/** What cannot be told from nothing by the number alone. */
const LEAST_TOLD = 0.01;

/** Of hits with this score, the share that shows the image of the query: in short, and in words for those who point at it. @param relevance 0 to 1 */
export async function RelevanceMark({ relevance }: { relevance: number }) {
  const t = await getTranslator();
  const [short, words] = relevance < LEAST_TOLD
    ? [t("results.relevanceLow"), t("results.relevanceLowTitle")]
    : [t("results.relevance", { share: relevance }), t("results.relevanceTitle", { count: Math.round(100 * relevance) })];
  return <span className="text-xs text-muted tabular-nums" title={words}><span className="sr-only">{t("results.relevanceLabel")} </span>{short}</span>;
}
