import { type Column, DataTable } from "@/app/_components/data-table";
import { TeachingSection } from "@/app/_components/teaching-section";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { GenerationFigures } from "@/lib/features/evaluation/evaluation-types";
import type { RetrievalFigures } from "@/lib/features/evaluation/retrieval/retrieval-figures";
import { directionNamer } from "../_lib/direction-name";
import { FigureCell } from "./figure-cell";

const FIGURES = [
  { key: "recall1", format: "share" },
  { key: "recall5", format: "share" },
  { key: "recall10", format: "share" },
  { key: "mrr", format: "number" },
  { key: "medianRank", format: "rank", falling: true },
] as const;

/** How often a caption finds another caption of its image, within each language and between them. */
export async function RetrievalSection({ generation: { retrieval, missing }, compared }: { generation: GenerationFigures; compared: GenerationFigures | null }) {
  const [t, locale, nameOf] = [await getTranslator(), await getLocale(), await directionNamer()];
  const number = new Intl.NumberFormat(locale);
  const before = (row: RetrievalFigures) => compared?.retrieval.find(({ from, to }) => from === row.from && to === row.to) ?? null;
  const columns: Column<RetrievalFigures>[] = [
    { key: "direction", heading: t("evaluation.direction"), names: true, short: true, cell: nameOf },
    ...FIGURES.map(({ key, format, ...rest }): Column<RetrievalFigures> => ({ key, heading: t(`evaluation.figures.${key}`), align: "end", cell: (row) => <FigureCell figure={row[key]} before={before(row)?.[key] ?? null} format={format} {...rest} /> })),
    { key: "queries", heading: t("evaluation.asked"), align: "end", cell: ({ queries, images, among }) => <span className="text-xs text-muted">{t("evaluation.askedOf", { queries: number.format(queries), images: number.format(images), among: number.format(among) })}</span> },
  ];
  return (
    <TeachingSection id="retrieval" heading={t("evaluation.retrieval.heading")} explanation={[t("evaluation.retrieval.explain1"), t("evaluation.retrieval.explain2")]}>
      {retrieval.length > 0 && <DataTable label={t("evaluation.retrieval.heading")} columns={columns} rows={retrieval} keyOf={({ from, to }) => `${from},${to}`} />}
      {missing.map((row) => <p key={`${row.from},${row.to}`} className="mt-3 max-w-3xl text-sm text-muted">{nameOf(row)}: {t("evaluation.retrieval.missing", { images: row.images })}</p>)}
    </TeachingSection>
  );
}
