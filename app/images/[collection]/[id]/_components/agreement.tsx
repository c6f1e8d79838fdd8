import Link from "next/link";
import { languageMark } from "@/app/_components/language-mark";
import { formatScore } from "@/app/_components/score-bar";
import { getTranslator } from "@/app/_i18n/translator";
import { compareHref, emptyComparison } from "@/app/compare/_lib/compare-state";
import { nameOfImage } from "@/app/compare/_lib/image-name";
import type { ImagePage } from "@/lib/features/image-captions/image-page-types";
import { HeatMap } from "@/app/_components/heat-map/heat-map";

/** How alike the captions of the image are: their mean, and every pair. */
export async function Agreement({ page: { image, captions, similarities, cohesion } }: { page: ImagePage }) {
  const t = await getTranslator();
  const indexed = similarities.filter((line, i) => line[i] !== null).length;
  return (
    <section aria-labelledby="agreement" className="mt-16 border-t border-rule pt-8">
      <h2 id="agreement" className="text-xl font-semibold">{t("image.agreement")}</h2>
      {cohesion === null ? (
        <p className="mt-3 text-muted">{captions.length < 2 ? t("image.mapNone") : t("image.mapPending")}</p>
      ) : (
        <>
          <div className="mt-4 flex flex-wrap items-baseline gap-x-6 gap-y-2">
            <p className="shrink-0"><span className="mr-3 text-sm text-muted">{t("image.cohesion")}</span><span className="text-3xl font-medium tracking-tight tabular-nums">{formatScore(cohesion)}</span></p>
            <p className="max-w-2xl text-sm leading-relaxed text-muted">{t("image.cohesionBody", { pairs: (indexed * (indexed - 1)) / 2 })}</p>
          </div>
          <p className="mt-3"><Link href={compareHref(emptyComparison, { images: [nameOfImage(image)] })} prefetch={false} className="text-sm underline decoration-edge underline-offset-4 hover:text-accent">{t("compare.fromImage")}</Link></p>
          <HeatMap similarities={similarities} captions={captions.map(({ id, language, text }) => ({ id, language, mark: languageMark(language), text }))}
            labels={{ map: t("image.map"), hint: t("image.mapHint"), scale: t("image.scale"), similarity: t("results.similarity") }} />
        </>
      )}
    </section>
  );
}
