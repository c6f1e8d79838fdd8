import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { EvaluationView } from "@/lib/features/evaluation/evaluation-types";

/** Where times are told: the reader's own zone is not known to the server. */
const ZONE = "UTC";

/** Names an evaluation by its number, its time and what was measured. */
export async function evaluationNamer(): Promise<(evaluation: EvaluationView) => string> {
  const [t, locale] = [await getTranslator(), await getLocale()];
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: ZONE });
  return ({ id, createdAt, report: { generation, model } }) => t("evaluation.name", { id, date: date.format(new Date(createdAt)), what: generation ? `${generation.id}, ${model.name}` : model.name });
}
