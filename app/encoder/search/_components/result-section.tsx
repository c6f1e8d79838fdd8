import clsx from "clsx";
import { formatScore } from "@/app/_components/score-bar";
import { Icon } from "@/app/_components/icon";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { SearchPath } from "@/lib/features/search-path/search-path-types";
import { TeachingSection } from "@/app/_components/teaching-section";

/** What the search found of what is nearest in truth, and what it cost. */
export async function ResultSection({ path: { exact, nearest, captions, recall, computations, steps, sample } }: { path: SearchPath }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  const found = new Set(nearest.map(({ node }) => node));
  const k = exact.length;
  const counted = { k, found: exact.filter(({ node }) => found.has(node)).length, recall: new Intl.NumberFormat(locale, { style: "percent" }).format(recall), computations, hops: steps.length, count: sample };
  return (
    <TeachingSection id="result" heading={t("encoder.search.result.heading")} explanation={[t("encoder.search.result.explain1", counted), t("encoder.search.result.explain2")]}>
      <table className="w-full max-w-4xl text-sm">
        <caption className="pb-2 text-left font-medium">{t("encoder.search.result.exact", { k })}</caption>
        <thead><tr className="border-b border-edge text-left text-muted">{(["similarity", "caption", "status"] as const).map((column) => <th key={column} scope="col" className="py-1.5 pr-4 font-normal whitespace-nowrap">{t(`encoder.search.result.${column}`)}</th>)}</tr></thead>
        <tbody>
          {exact.map(({ node, score }) => (
            <tr key={node} className="border-b border-rule align-top">
              <td className="py-1.5 pr-4 text-muted tabular-nums">{formatScore(score)}</td>
              <td lang={captions[node]?.language} className="caption-text py-1.5 pr-4">{captions[node]?.text}</td>
              <td className={clsx("py-1.5 whitespace-nowrap", found.has(node) ? "text-good" : "text-bad")}><span className="inline-flex items-center gap-1.5"><Icon name={found.has(node) ? "check" : "cross"} className="size-4" />{found.has(node) ? t("encoder.search.result.hit") : t("encoder.search.result.miss")}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TeachingSection>
  );
}
