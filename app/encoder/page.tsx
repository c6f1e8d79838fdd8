import type { Metadata } from "next";
import Link from "next/link";
import { SiteHeader } from "@/app/_components/site-header";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { AttentionSection } from "./_components/attention-section";
import { EncoderFailure } from "./_components/encoder-failure";
import { EncoderForm } from "./_components/encoder-form";
import { MaskSection } from "./_components/mask-section";
import { PartList } from "./_components/part-list";
import { PathSection } from "./_components/path-section";
import { PiecesSection } from "./_components/pieces-section";
import { PoolingSection } from "./_components/pooling-section";
import { VectorSection } from "./_components/vector-section";
import { VectorsSection } from "./_components/vectors-section";
import { type EncoderState, readEncoderState } from "./_lib/encoder-state";
import { firstPreset } from "./_lib/presets";
import { readEncoderPage } from "./_lib/read-encoder-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("encoder.title"), description: t("encoder.description") };
}

export default async function EncoderPage({ searchParams }: PageProps<"/encoder">) {
  const [t, locale, asked] = [await getTranslator(), await getLocale(), readEncoderState(await searchParams)];
  const { text, to } = firstPreset(locale);
  const state = asked.text === null ? { ...asked, text, to } : { ...asked, text: asked.text };
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="page-width min-h-dvh pt-8 pb-24 outline-none">
        <h1 className="text-2xl font-semibold md:text-3xl">{t("encoder.heading")}</h1>
        <p className="mt-2 max-w-3xl leading-relaxed text-muted">{t("encoder.lead")}</p>
        <EncoderForm state={state} />
        <Inside state={state} />
      </main>
    </>
  );
}

async function Inside({ state }: { state: EncoderState & { text: string } }) {
  const [t, { answer, fault }] = [await getTranslator(), await readEncoderPage(state.text, state)];
  if (!answer) return <EncoderFailure heading={t("encoder.failed")} fault={fault} />;
  const { model, milliseconds } = answer;
  return (
    <div data-answer="">
      <p className="mt-6 text-sm text-muted tabular-nums">{t("encoder.facts", { model: model.id, layers: model.layers, heads: model.heads, dimensions: model.dimensions, ms: Math.max(1, Math.round(milliseconds)) })}</p>
      {model.layers === 0 && <p className="mt-3 max-w-3xl border-l-2 border-edge pl-4 leading-relaxed">{t("encoder.blind", { model: model.id })}</p>}
      <PartList isBlind={model.layers === 0} />
      <PiecesSection answer={answer} />
      <VectorsSection answer={answer} state={state} />
      {model.layers > 0 && <AttentionSection answer={answer} state={state} />}
      <MaskSection answer={answer} />
      <PoolingSection answer={answer} />
      <VectorSection answer={answer} />
      {model.layers > 0 && <PathSection answer={answer} />}
      <p className="mt-16 border-t border-rule pt-6"><Link href="/encoder/search" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("encoder.toHnsw")}</Link></p>
    </div>
  );
}
