import Link from "next/link";
import { ExplanationView } from "@/app/_components/explanation/explanation-view";
import { formatScore } from "@/app/_components/score-bar";
import { getTranslator } from "@/app/_i18n/translator";
import type { SearchState } from "@/app/_search/search-state";
import { compareHref, emptyComparison } from "@/app/compare/_lib/compare-state";
import { nameOfImage } from "@/app/compare/_lib/image-name";
import { toAppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import { type ExplainAnswer, explainPair } from "@/lib/features/explanation/explain-pair";
import { readQueryText } from "@/lib/features/lexicon/query-text";
import type { NamedCaption, SearchHit } from "@/lib/features/search/search-types";

interface Props {
  hit: SearchHit;
  state: SearchState;
  like: readonly NamedCaption[];
}

/** What hits are explained by: the query, or what more is wanted of. */
function askedFor({ q, plus }: SearchState, like: readonly NamedCaption[]): string {
  return (q === null ? null : readQueryText(q).meaning) || like[0]?.text || plus[0] || "";
}

async function explain(a: string, caption: string): Promise<ExplainAnswer | null> {
  try {
    return await explainPair({ a, caption });
  } catch (thrown) {
    if (toAppError(thrown).code !== "not_found") logger().error({ err: thrown }, "a hit could not be explained");
    return null;
  }
}

/** Why a hit was found, in the row under it; nothing for other hits. */
export async function WhyPanel({ hit, state, like }: Props) {
  const caption = hit.captions.find(({ id }) => id === state.why);
  if (!caption) return null;
  const asked = askedFor(state, like);
  const [t, explained] = await Promise.all([getTranslator(), explain(asked, caption.id)]);
  return (
    <li id="why" tabIndex={-1} className="col-span-full scroll-mt-24 rounded-md border border-rule bg-card px-4 py-5 outline-none sm:px-6">
      <h2 className="mb-4 flex flex-wrap items-baseline gap-x-4 text-lg font-semibold">
        {t("explanation.heading")}
        {explained && <span className="text-sm font-normal text-muted tabular-nums">{t("explanation.score", { score: formatScore(explained.score) })}</span>}
      </h2>
      {explained ? <ExplanationView explanation={explained} /> : <p>{t("explanation.failed")}</p>}
      <p className="mt-5 text-sm"><Link href={compareHref(emptyComparison, { text: asked, images: [nameOfImage(hit.image)] })} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("explanation.compareAll")}</Link></p>
    </li>
  );
}
