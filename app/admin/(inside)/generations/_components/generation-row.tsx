"use client";

import clsx from "clsx";
import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import { LanguageMark } from "@/app/_components/language-mark";
import { Bytes } from "@/app/admin/_components/quantities";
import { RelativeTime } from "@/app/admin/_components/time";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";
import { GateGlance } from "./gate-glance";
import { GenerationActions } from "./generation-actions";
import { GenerationMark } from "./generation-state";

interface Props {
  generation: GenerationView;
  active: GenerationView | null;
  available: number;
}

export function GenerationRow({ generation, active, available }: Props) {
  const { id, state, gate, forced } = generation;
  const t = useTranslations("admin.index.generations");
  return (
    <li className={clsx("grid gap-x-6 gap-y-4 rounded-lg border p-4 sm:p-5 md:grid-cols-[minmax(0,6fr)_minmax(0,5fr)] xl:grid-cols-[minmax(0,1fr)_15rem_16rem]", state === "active" ? "border-accent bg-card" : "border-rule bg-card")}>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="font-medium tabular-nums"><Link href={`/admin/generations/${id}`} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent hover:decoration-accent">{id}</Link></h2>
          <GenerationMark state={state} />
        </div>
        <Facts generation={generation} />
        {forced && <p className="mt-2 flex items-center gap-1.5 text-sm text-bad"><Icon name="alert" className="size-4" />{t("forced")}</p>}
      </div>
      <GateGlance gate={gate} judged={state !== "candidate"} />
      <div className="md:col-span-2 xl:col-span-1 xl:justify-self-end"><GenerationActions generation={generation} active={active} available={available} /></div>
    </li>
  );
}

function Facts({ generation: { model, count, languages, collections, hnsw, bytes, createdAt, jobId } }: { generation: GenerationView }) {
  const t = useTranslations("admin.index.generations");
  const locale = useLocale();
  return (
    <div className="mt-2 space-y-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 tabular-nums">
        <span>{t("captions", { count })}</span>
        <span className="flex gap-1">{languages.map((language) => <LanguageMark key={language} language={language} locale={locale} />)}</span>
        <span className="text-muted wrap-anywhere">{collections.join(", ")}</span>
      </p>
      <p className="text-muted tabular-nums">{t("modelFacts", { model: model.id, dimensions: model.dimensions })}</p>
      <p className="text-muted tabular-nums">M {hnsw.m} · efConstruction {hnsw.efConstruction} · ef {hnsw.ef}{bytes > 0 && <> · <Bytes bytes={bytes} /></>}</p>
      <p className="text-muted">
        {t.rich("built", { when: () => <RelativeTime at={createdAt} /> })}{" "}
        {jobId !== null && t.rich("byJob", { id: String(jobId), job: (chunks) => <Link href={`/admin/jobs/${jobId}`} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{chunks}</Link> })}
      </p>
    </div>
  );
}
