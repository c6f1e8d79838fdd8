import clsx from "clsx";
import Link from "next/link";
import { imageHref } from "@/app/_components/image-address";
import { LanguageMark } from "@/app/_components/language-mark";
import { formatScore } from "@/app/_components/score-bar";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { CANDIDATES, FIRST, type RankedTwice, type SearchesCompared } from "@/lib/features/comparison/compare-searches";

/** How far two encoders agree on a query, in numbers and as the first captions of each. */
export async function RankLists({ compared: { captions, model, other, shared, agreement } }: { compared: SearchesCompared }) {
  const t = await getTranslator();
  const first = Math.min(FIRST, captions.length);
  const byOther = [...captions].sort((a, b) => a.otherRank - b.otherRank).slice(0, FIRST);
  return (
    <div data-answer="" className="mt-10 border-t border-rule pt-8">
      <div className="flex flex-wrap items-baseline gap-x-10 gap-y-3">
        <p><span className="mr-3 text-sm text-muted">{t("compare.search.shared", { first })}</span><span className="text-3xl font-medium tracking-tight tabular-nums">{shared}</span></p>
        {agreement !== null && <p><span className="mr-3 text-sm text-muted">{t("compare.search.agreement", { count: captions.length })}</span><span className="text-3xl font-medium tracking-tight tabular-nums">{formatScore(agreement)}</span></p>}
      </div>
      <p className="mt-3 max-w-3xl text-sm leading-relaxed text-muted">{t("compare.search.how", { count: CANDIDATES })}</p>
      <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <RankList id="here" heading={t("compare.encoder", { name: model.id, dimensions: model.dimensions })} captions={captions.slice(0, FIRST).map((ranked) => ({ ...ranked, place: ranked.rank, there: ranked.otherRank }))} />
        <RankList id="there" heading={t("compare.encoder", { name: other.id, dimensions: other.dimensions })} captions={byOther.map((ranked) => ({ ...ranked, score: ranked.otherScore, place: ranked.otherRank, there: ranked.rank }))} />
      </div>
    </div>
  );
}

type PlacedCaption = RankedTwice & { place: number; there: number };

async function RankList({ id, heading, captions }: { id: string; heading: string; captions: PlacedCaption[] }) {
  const [t, locale] = [await getTranslator(), await getLocale()];
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="text-lg font-semibold">{heading}</h2>
      <ol className="mt-3 border-t border-rule">
        {captions.map(({ caption, score, place, there }) => (
          <li key={caption.id} className="grid grid-cols-[2rem_1fr_auto] items-baseline gap-x-2 border-b border-rule py-2.5">
            <span className="text-right text-sm text-muted tabular-nums">{place}</span>
            <span className="min-w-0">
              <Link href={imageHref(caption.image)} prefetch={false} lang={caption.language} className="caption-text mr-2 hover:text-accent">{caption.text}</Link>
              <LanguageMark language={caption.language} locale={locale} />
            </span>
            <span className="text-right text-sm whitespace-nowrap tabular-nums">
              {formatScore(score)}
              <span className={clsx("block text-xs", there > FIRST ? "font-medium text-accent" : "text-muted")}>{t("compare.search.there", { rank: there, direction: there === place ? "same" : there > place ? "down" : "up" })}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
