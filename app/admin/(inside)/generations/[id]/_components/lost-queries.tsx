"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { CaptionPicture } from "@/app/_components/caption-picture";
import { imageHref } from "@/app/_components/image-address";
import { Button } from "@/app/admin/_components/button";
import type { LostQuery } from "@/lib/features/reindexing/reindex-types";

/** Queries shown before more are asked for. */
const FIRST = 20;

/** What is found worse than before, query by query. */
export function LostQueries({ lost, compared }: { lost: LostQuery[]; compared: boolean }) {
  const t = useTranslations("admin.index.gate");
  const [all, showAll] = useState(false);
  if (!compared) return null;
  return (
    <div className="mt-6">
      <h3 className="font-medium">{t("lost")}{lost.length > 0 && <span className="ml-2 text-sm font-normal text-muted tabular-nums">{lost.length}</span>}</h3>
      {lost.length === 0 ? <p className="mt-1 text-sm text-muted">{t("lostNone")}</p> : (
        <ul className="mt-2 border-t border-rule">{(all ? lost : lost.slice(0, FIRST)).map((query, place) => <Lost key={place} query={query} />)}</ul>
      )}
      {lost.length > FIRST && !all && <Button className="mt-3" onClick={() => showAll(true)}>{t("showAll", { count: lost.length })}</Button>}
    </div>
  );
}

function Lost({ query: { text, image, rankBefore, rankAfter } }: { query: LostQuery }) {
  const t = useTranslations("admin.index.gate");
  const rank = (place: number | null) => (place === null ? t("notFound") : t("rank", { rank: place }));
  return (
    <li className="flex items-center gap-4 border-b border-rule py-2.5">
      <CaptionPicture image={{ ...image, url: `/api/v1${imageHref(image)}/picture` }} className="h-12 w-16 shrink-0 rounded-xs border border-rule" />
      <div className="min-w-0 flex-1 text-sm sm:flex sm:items-center sm:gap-4">
        <div className="min-w-0 flex-1">
          <p className="wrap-anywhere"><Link href={`/?q=${encodeURIComponent(text)}`} prefetch={false} className="hover:text-accent">{text}</Link></p>
          <p className="text-xs text-muted"><Link href={imageHref(image)} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{image.collection} / {image.id}</Link></p>
        </div>
        <p className="shrink-0 whitespace-nowrap tabular-nums max-sm:mt-1">
          <span className="sr-only">{t("rankChange", { before: rank(rankBefore), after: rank(rankAfter) })}</span>
          <span aria-hidden="true"><span className="text-muted">{rank(rankBefore)} →</span> <span className="font-medium text-bad">{rank(rankAfter)}</span></span>
        </p>
      </div>
    </li>
  );
}
