"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import { languageName } from "@/app/_components/language-mark";
import { Facts } from "@/app/admin/_components/facts";
import { Bytes } from "@/app/admin/_components/quantities";
import { ExactTime } from "@/app/admin/_components/time";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";

export function GenerationFacts({ generation }: { generation: GenerationView }) {
  const { model, count, languages, collections, hnsw, device, bytes, jobId, createdAt, activatedAt, forced, removes } = generation;
  const t = useTranslations("admin.index.generations");
  const locale = useLocale();
  const between = locale === "ja" ? "、" : ", ";
  const [sources, captions] = [removes.sourceIds.length, removes.captionIds.length];
  return (
    <div className="grid items-start gap-x-10 gap-y-1.5 md:grid-cols-2">
      <Facts facts={[
        { name: t("fields.captions"), value: count.toLocaleString(locale) },
        { name: t("fields.languages"), value: languages.map((language) => languageName(language, locale)).join(between) },
        { name: t("fields.collections"), value: collections.join(between) },
        { name: t("fields.removes"), value: sources + captions > 0 ? t("removes", { sources, captions, both: sources > 0 && captions > 0 ? "yes" : "no" }) : null },
        { name: t("fields.model"), value: t("modelFacts", { model: model.id, dimensions: model.dimensions }) },
        { name: t("fields.device"), value: device },
      ]} />
      <Facts facts={[
        { name: t("fields.hnsw"), value: `M ${hnsw.m} · efConstruction ${hnsw.efConstruction} · ef ${hnsw.ef}` },
        { name: t("fields.size"), value: bytes > 0 ? <Bytes bytes={bytes} /> : null },
        { name: t("fields.built"), value: <ExactTime at={createdAt} /> },
        { name: t("fields.job"), value: jobId === null ? null : <Link href={`/admin/jobs/${jobId}`} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{jobId}</Link> },
        { name: t("fields.activated"), value: activatedAt === null ? null : <ExactTime at={activatedAt} /> },
      ]} />
      {forced && <p className="mt-2 flex items-center gap-1.5 text-sm text-bad md:col-span-2"><Icon name="alert" className="size-4" />{t("forced")}</p>}
    </div>
  );
}
