import { formatScore } from "@/app/_components/score-bar";
import { getTranslator } from "@/app/_i18n/translator";
import type { AlikeView } from "@/lib/features/evaluation/findings/finding-views";
import { CompareLink } from "./compare-link";
import { ShownCaption } from "./shown-caption";

/** Two images that captions hardly tell apart. */
export async function AlikeFinding({ finding: { score, nearest, captions } }: { finding: AlikeView }) {
  const t = await getTranslator();
  const [first, second] = captions;
  return (
    <>
      <p className="mb-3 text-sm font-medium tabular-nums">{t("evaluation.findings.alike.score", { score: formatScore(score) })}</p>
      <div className="grid gap-4 md:grid-cols-2"><ShownCaption caption={first} /><ShownCaption caption={second} score={nearest} note={t("evaluation.findings.alike.nearest")} /></div>
      <CompareLink images={captions.flatMap(({ image }) => (image ? [image] : []))} />
    </>
  );
}
