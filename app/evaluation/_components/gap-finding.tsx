import { formatScore } from "@/app/_components/score-bar";
import { getTranslator } from "@/app/_i18n/translator";
import type { FoundImage, GapView } from "@/lib/features/evaluation/findings/finding-views";
import { CompareLink } from "./compare-link";
import { ShownCaption } from "./shown-caption";

const some = (image: FoundImage | null) => (image ? [image] : []);

/** An image whose captions in two languages part. */
export async function GapFinding({ finding: { image, agreement, score, captions: [first, second] } }: { finding: GapView }) {
  const t = await getTranslator();
  return (
    <>
      <p className="mb-3 text-sm font-medium tabular-nums">{t("evaluation.findings.gap.agreement", { agreement: formatScore(agreement) })}</p>
      <div className="grid gap-4 md:grid-cols-2"><ShownCaption caption={first} /><ShownCaption caption={second} score={score} note={t("evaluation.findings.gap.furthest")} /></div>
      <CompareLink images={some(image)} />
    </>
  );
}
