import { Announce } from "@/app/_components/announce";
import { HeatMap } from "@/app/_components/heat-map/heat-map";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { drawComparison } from "@/lib/features/comparison/draw-comparison";
import type { Comparison } from "@/lib/features/comparison/comparison-types";
import { compareHref, type CompareState } from "../_lib/compare-state";
import { readComparison } from "../_lib/read-comparison";
import { ChoiceLinks } from "./choice-links";
import { ComparisonAnswer } from "./comparison-answer";
import { ComparisonMap } from "./comparison-map";
import { Dendrogram } from "./dendrogram";
import { ExportLinks } from "./export-links";
import { PairSection } from "./pair-section";
import { SecondEncoder } from "./second-encoder";

/** Up to so many sentences every cell can be walked to; more are a picture. */
const WALKABLE = 40;

/** What was compared: in words, as a heat map, a tree and a map, and as another encoder sees it. */
export async function ComparisonView({ state }: { state: CompareState }) {
  const [t, { found, fault }] = [await getTranslator(), await readComparison(state)];
  if (!found) {
    return (
      <section role="alert" className="mt-10 max-w-xl border-t border-rule pt-6">
        <h2 className="text-lg font-semibold">{t("compare.failed")}</h2>
        <p lang="en" className="mt-2 leading-relaxed text-muted">{fault.code === "internal" ? t("compare.internal") : fault.message}</p>
      </section>
    );
  }
  return (
    <div data-answer="" className="mt-10 border-t border-rule pt-8">
      <Announce text={t("compare.announce", { count: found.sentences.length })} />
      <ComparisonAnswer comparison={found} />
      <section aria-labelledby="matrix" className="mt-10">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h2 id="matrix" className="text-xl font-semibold">{t("compare.matrix")}</h2>
          <ChoiceLinks state={state} label={t("compare.order")} name="order" choices={[{ value: "given", label: t("compare.orderGiven") }, { value: "alike", label: t("compare.orderAlike") }]} />
        </div>
        <Matrix comparison={found} state={state} />
      </section>
      <PairSection comparison={found} state={state} />
      <div className="mt-14 grid gap-x-12 gap-y-14 lg:grid-cols-2">
        <Dendrogram comparison={found} />
        <ComparisonMap comparison={found} state={state} />
      </div>
      <SecondEncoder comparison={found} state={state} />
      <ExportLinks state={state} />
    </div>
  );
}

async function Matrix({ comparison, state }: { comparison: Comparison; state: CompareState }) {
  const [t, locale] = [await getTranslator(), await getLocale()];
  const { sentences, similarities } = comparison;
  if (sentences.length > WALKABLE) {
    const picture = (theme: "light" | "dark") => `data:image/svg+xml,${encodeURIComponent(drawComparison(comparison, { theme, lang: locale }))}`;
    // A picture of its own ground, which stands on either theme.
     
    return <div className="mt-6 overflow-x-auto rounded-md border border-rule"><img src={picture("light")} alt={t("compare.matrixOf", { count: sentences.length })} className="max-w-none" /></div>;
  }
  const order = state.order === "alike" ? comparison.order : sentences.map((_, i) => i);
  return (
    <HeatMap similarities={order.map((a) => order.map((b) => similarities[a]![b]!))}
      captions={order.map((i) => ({ id: String(i + 1), language: sentences[i]!.language ?? "und", mark: t("compare.group", { number: sentences[i]!.group + 1 }), text: sentences[i]!.text }))}
      labels={{ map: t("compare.matrix"), hint: t("compare.matrixHint"), scale: t("image.scale"), similarity: t("results.similarity") }}
      pairLink={{ text: t("compare.explain"), href: `${compareHref({ ...state, pair: null })}&pair={a},{b}#words` }} />
  );
}
