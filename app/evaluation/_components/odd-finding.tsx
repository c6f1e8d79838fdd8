import { getTranslator } from "@/app/_i18n/translator";
import type { OddView } from "@/lib/features/evaluation/findings/finding-views";
import { CompareLink } from "./compare-link";
import { ShownCaption } from "./shown-caption";

/** A caption that finds its own image badly: the odd, the wrong, the empty. */
export async function OddFinding({ finding: { caption, rank, nearest, found } }: { finding: OddView }) {
  const t = await getTranslator();
  return (
    <>
      <p className="mb-3 text-sm font-medium tabular-nums">{t("evaluation.findings.caption.rank", { rank })}</p>
      <ShownCaption caption={caption} />
      <div className="mt-4 grid gap-4 md:grid-cols-2">
        <ShownCaption caption={nearest} label={t("evaluation.findings.caption.nearest")} score={nearest.score} />
        {found && <ShownCaption caption={found} label={t("evaluation.findings.caption.found")} score={found.score} />}
      </div>
      <CompareLink images={caption.image ? [caption.image] : []} />
    </>
  );
}
