import type { Metadata } from "next";
import { SiteHeader } from "@/app/_components/site-header";
import { getTranslator } from "@/app/_i18n/translator";
import { EvaluationBody } from "./_components/evaluation-body";
import { readEvaluationState } from "./_lib/evaluation-state";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("evaluation.title"), description: t("evaluation.lead") };
}

/** How well captions find each other, what a score means, and what is worth a look. */
export default async function EvaluationPage({ searchParams }: PageProps<"/evaluation">) {
  const [t, state] = [await getTranslator(), readEvaluationState(await searchParams)];
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="page-width min-h-dvh pt-8 pb-24 outline-none">
        <h1 className="text-2xl font-semibold md:text-3xl">{t("evaluation.heading")}</h1>
        <p className="mt-2 max-w-3xl leading-relaxed text-muted">{t("evaluation.lead")}</p>
        <EvaluationBody state={state} />
      </main>
    </>
  );
}
