import clsx from "clsx";
import Link from "next/link";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { SearchPath } from "@/lib/features/search-path/search-path-types";
import { TeachingSection } from "@/app/_components/teaching-section";
import { searchPathHref, type SearchPathState } from "../_lib/search-path-state";

/** What ef brings and costs on average. */
export async function CurveSection({ path: { curve, m, own, corpus, sample }, state }: { path: SearchPath; state: SearchPathState & { q: string } }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(locale);
  return (
    <TeachingSection id="curve" heading={t("encoder.search.curve.heading")} explanation={[t("encoder.search.curve.explain1", { m }), t("encoder.search.curve.explain2", { ownM: own.m, ownEf: own.ef, corpus })]}>
      {!curve && <p className="text-muted">{t("encoder.search.curve.none")}</p>}
      {curve && (
        <table className="w-full max-w-3xl text-sm tabular-nums">
          <thead><tr className="border-b border-edge text-muted">{(["ef", "recall", "computations", "share"] as const).map((column) => <th key={column} scope="col" className={clsx("py-1.5 pr-6 font-normal whitespace-nowrap", column === "recall" ? "text-left" : "text-right")}>{t(`encoder.search.curve.${column}`)}</th>)}</tr></thead>
          <tbody>
            {curve.map(({ ef, recall, computations }) => (
              <tr key={ef} className={clsx("border-b border-rule", ef === state.ef && "bg-sunk font-medium")}>
                <th scope="row" className="py-1.5 pr-6 text-right font-normal"><Link href={searchPathHref(state, { ef, step: 1 })} prefetch={false} scroll={false} aria-label={t("encoder.search.curve.take", { ef })} className="px-1 underline decoration-edge underline-offset-4 hover:text-accent">{ef}</Link></th>
                <td className="w-1/2 pr-6"><span className="flex items-center gap-2"><span aria-hidden="true" className="h-3 rounded-xs bg-accent" style={{ width: `${80 * recall}%` }} />{percent.format(recall)}</span></td>
                <td className="pr-6 text-right">{number.format(computations)}</td>
                <td className="pr-6 text-right text-muted">{percent.format(computations / sample)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </TeachingSection>
  );
}
