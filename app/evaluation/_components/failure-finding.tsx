import Link from "next/link";
import { getTranslator } from "@/app/_i18n/translator";
import { searchHref } from "@/app/_search/search-state";
import type { FailureView } from "@/lib/features/evaluation/findings/finding-views";
import { directionNamer } from "../_lib/direction-name";
import { ShownCaption } from "./shown-caption";

/** A query that did not find its image first: what it asked, where its image came, and what came before. */
export async function FailureFinding({ finding: { query, right, found, rank, chosen, from, to } }: { finding: FailureView }) {
  const [t, nameOf] = [await getTranslator(), await directionNamer()];
  return (
    <>
      <p className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm"><span className="font-medium tabular-nums">{t("evaluation.findings.failure.rank", { rank })}</span><span className="text-muted">{nameOf({ from, to })} · {t(`evaluation.findings.failure.${chosen}`)}</span></p>
      <div className="grid gap-4 md:grid-cols-2">
        <div className="space-y-4">
          <ShownCaption caption={query} label={t("evaluation.findings.failure.query")} />
          <ShownCaption caption={right} label={t("evaluation.findings.failure.right")} score={right.score} />
          {query.text !== null && <Link href={searchHref(null, { q: query.text, weight: 0 })} prefetch={false} className="inline-block py-1 text-sm underline decoration-edge underline-offset-4 hover:text-accent">{t("evaluation.findings.failure.search")}</Link>}
        </div>
        <div>
          <p className="mb-1 text-xs text-muted">{t("evaluation.findings.failure.found")}</p>
          <ol className="space-y-3">{found.map((caption) => <li key={caption.id}><ShownCaption caption={caption} score={caption.score} /></li>)}</ol>
        </div>
      </div>
    </>
  );
}
