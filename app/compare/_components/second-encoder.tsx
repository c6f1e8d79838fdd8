import Link from "next/link";
import { formatScore } from "@/app/_components/score-bar";
import { getTranslator } from "@/app/_i18n/translator";
import type { Comparison, SecondOpinion } from "@/lib/features/comparison/comparison-types";
import type { CompareState } from "../_lib/compare-state";
import { readEncoderChoices } from "../_lib/encoder-choices";
import { ChoiceLinks } from "./choice-links";

/** The same sentences by a second encoder: how far both agree, and where they part. */
export async function SecondEncoder({ comparison, state }: { comparison: Comparison; state: CompareState }) {
  const [t, choices] = [await getTranslator(), await readEncoderChoices(comparison.model.dimensions)];
  return (
    <section aria-labelledby="other" className="mt-14 border-t border-rule pt-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id="other" className="text-xl font-semibold">{t("compare.other")}</h2>
        <ChoiceLinks state={state} label={t("compare.other")} name="other" choices={[{ value: null, label: t("compare.otherNone") }, ...choices]} />
      </div>
      <p className="mt-1.5 max-w-3xl text-sm leading-relaxed text-muted">{t("compare.otherBody")} {t.rich("compare.addEncoder", { code: (chunks) => <code className="text-ink">{chunks}</code> })}</p>
      <p className="mt-2 text-sm"><Link href={`/compare/search${state.other === null ? "" : `?other=${encodeURIComponent(state.other)}`}`} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("compare.toSearch")}</Link></p>
      {comparison.other && <Opinion comparison={comparison} other={comparison.other} />}
    </section>
  );
}

async function Opinion({ comparison: { sentences, model }, other }: { comparison: Comparison; other: SecondOpinion }) {
  const t = await getTranslator();
  const text = (i: number) => <span lang={sentences[i]!.language ?? undefined}><span className="mr-1.5 text-muted tabular-nums">{i + 1}</span>{sentences[i]!.text}</span>;
  const nameOf = ({ id, dimensions }: Comparison["model"]) => t("compare.encoder", { name: id, dimensions });
  return (
    <>
      {other.agreement !== null && <p className="mt-5"><span className="mr-3 text-sm text-muted">{t("compare.agreement")}</span><span className="text-3xl font-medium tracking-tight tabular-nums">{formatScore(other.agreement)}</span></p>}
      <div className="mt-5 overflow-x-auto">
        <table className="w-full text-left text-sm tabular-nums">
          <caption className="pb-2 text-left font-medium">{t("compare.differences")}</caption>
          <thead><tr className="border-b border-ink">{[t("compare.pair"), nameOf(model), nameOf(other.model), t("compare.ranks")].map((heading) => <th key={heading} scope="col" className="py-2 pr-4 font-medium">{heading}</th>)}</tr></thead>
          <tbody>
            {other.differences.map(({ a, b, similarity, other: seen, ranks }) => (
              <tr key={`${a} ${b}`} className="border-b border-rule align-top">
                <td className="py-2 pr-4">{text(a)}<br />{text(b)}</td>
                <td className="py-2 pr-4">{formatScore(similarity)}</td>
                <td className="py-2 pr-4">{formatScore(seen)}</td>
                <td className="py-2">{t("compare.ranksOf", { share: Math.abs(ranks), direction: ranks === 0 ? "same" : ranks > 0 ? "down" : "up" })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
