"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import { RelativeTime } from "@/app/admin/_components/time";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";
import { GenerationRow } from "./generation-row";

/** The generations on disk, and folded those that were. @param available bytes of memory that the server could still take */
export function GenerationList({ generations, available }: { generations: GenerationView[]; available: number }) {
  const t = useTranslations("admin.index.generations");
  const active = generations.find(({ state }) => state === "active") ?? null;
  const kept = generations.filter(({ state }) => state !== "retired");
  const retired = generations.filter(({ state }) => state === "retired");
  return (
    <>
      <ul className="space-y-3">{kept.map((generation) => <GenerationRow key={generation.id} generation={generation} active={active} available={available} />)}</ul>
      {retired.length > 0 && (
        <details className="group mt-5">
          <summary className="flex min-h-8 w-fit list-none items-center gap-1.5 text-sm text-muted hover:text-ink"><Icon name="down" className="size-3.5 transition-transform group-open:rotate-180" />{t("retired", { count: retired.length })}</summary>
          <ul className="mt-1 text-sm">
            {retired.map(({ id, count, createdAt }) => (
              <li key={id} className="flex flex-wrap gap-x-5 border-b border-rule py-2 tabular-nums">
                <Link href={`/admin/generations/${id}`} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{id}</Link>
                <span>{t("captions", { count })}</span>
                <span className="text-muted">{t.rich("built", { when: () => <RelativeTime at={createdAt} /> })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
