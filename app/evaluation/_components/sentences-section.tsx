import { DataTable } from "@/app/_components/data-table";
import { TeachingSection } from "@/app/_components/teaching-section";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { EvaluationReport } from "@/lib/features/evaluation/evaluation-types";
import { FigureCell } from "./figure-cell";

/** How closely similarities follow what people said, and how often a translation is nearest. */
export async function SentencesSection({ shown: { similarity, parallel }, compared }: { shown: EvaluationReport; compared: EvaluationReport | null }) {
  const [t, locale] = [await getTranslator(), await getLocale()];
  if (similarity.length + parallel.length === 0) return null;
  const number = new Intl.NumberFormat(locale);
  const rated = (name: string) => compared?.similarity.find((one) => one.name === name);
  const translated = (name: string) => compared?.parallel.find((one) => one.name === name);
  const first = <Row extends { name: string }>() => ({ key: "name", heading: t("evaluation.sentences.set"), names: true as const, cell: ({ name }: Row) => name });
  const pairs = <Row extends { pairs: number }>() => ({ key: "pairs", heading: t("evaluation.sentences.pairs"), align: "end" as const, cell: (row: Row) => number.format(row.pairs) });
  return (
    <TeachingSection id="sentences" heading={t("evaluation.sentences.heading")} explanation={[t("evaluation.sentences.explain1"), t("evaluation.sentences.explain2")]}>
      <div className="space-y-8">
        {similarity.length > 0 && (
          <DataTable label={t("evaluation.sentences.similarity")} rows={similarity} keyOf={({ name }) => name} columns={[
            first(),
            { key: "spearman", heading: t("evaluation.sentences.spearman"), align: "end", cell: ({ name, spearman }) => <FigureCell figure={spearman} before={rated(name)?.spearman} format="number" /> },
            { key: "pearson", heading: t("evaluation.sentences.pearson"), align: "end", cell: ({ name, pearson }) => <FigureCell figure={pearson} before={rated(name)?.pearson} format="number" /> },
            pairs(),
          ]} />
        )}
        {parallel.length > 0 && (
          <DataTable label={t("evaluation.sentences.parallel")} rows={parallel} keyOf={({ name }) => name} columns={[
            first(),
            { key: "ja-en", heading: t("evaluation.sentences.jaEn"), align: "end", cell: ({ name, japaneseToEnglish }) => <FigureCell figure={japaneseToEnglish} before={translated(name)?.japaneseToEnglish} format="share" /> },
            { key: "en-ja", heading: t("evaluation.sentences.enJa"), align: "end", cell: ({ name, englishToJapanese }) => <FigureCell figure={englishToJapanese} before={translated(name)?.englishToJapanese} format="share" /> },
            pairs(),
          ]} />
        )}
      </div>
    </TeachingSection>
  );
}
