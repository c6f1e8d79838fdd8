import { Suspense } from "react";
import type { Stats } from "@/lib/features/status/status-types";
import { getTranslator, type Translator } from "../_i18n/translator";
import { indexFacts } from "./index-facts";

/** Where the pictures of the bundled sample come from. */
const SAMPLE_PICTURES = "https://github.com/microsoft/fluentui-emoji";

export function SiteFooter() {
  return (
    <footer className="mt-auto border-t border-rule">
      <div className="page-width flex min-h-20 flex-wrap items-baseline gap-x-8 gap-y-2 py-6 text-sm text-muted">
        <Suspense><Facts /></Suspense>
      </div>
    </footer>
  );
}

async function Facts() {
  const [t, stats] = await Promise.all([getTranslator(), indexFacts()]);
  if (!stats) return null;
  return (
    <>
      <ul aria-label={t("footer.about")} className="flex flex-wrap gap-x-6 gap-y-1 tabular-nums">
        {factsOf(stats, t).map((fact) => <li key={fact}>{fact}</li>)}
      </ul>
      {stats.collections.some(({ name }) => name === "sample") && (
        <p className="xl:ml-auto">
          {t("footer.sampleCredit")}: <a href={SAMPLE_PICTURES} rel="noreferrer" className="underline decoration-edge underline-offset-4 hover:text-ink">Fluent Emoji, Microsoft ({t("footer.sampleLicence")})</a>
        </p>
      )}
    </>
  );
}

function factsOf({ captions, images, generation, pending }: Stats, t: Translator): string[] {
  return [
    t("footer.captions", { count: captions }),
    t("footer.images", { count: images }),
    ...(pending > 0 ? [t("footer.pending", { count: pending })] : []),
    ...(generation ? [`${t("footer.model")} ${generation.model} (${t("footer.dimensions", { count: generation.dimensions })})`] : []),
    `${t("footer.generation")} ${generation?.id ?? t("footer.noGeneration")}`,
  ];
}
