"use client";

import { useRouter } from "next/navigation";
import { useId, useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { Announce } from "@/app/_components/announce";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { Button } from "@/app/admin/_components/button";
import { inputLook } from "@/app/admin/_components/field";
import { InlineError } from "@/app/admin/_components/inline-error";
import { useToast } from "@/app/admin/_components/toasts";
import { useAct } from "@/app/admin/_components/use-act";
import { adminFetch as ask } from "@/app/admin/_lib/admin-fetch";
import type { SearchResponse } from "@/lib/features/search/search-types";
import { ImageChoices, nameOf } from "./image-choices";

/** Images shown at first, and added by each “show more”. */
const PAGE = 12;

interface Asked {
  text: string;
  answer: SearchResponse;
}

/** Pins a query: what it finds is shown, and the images that it has to find are chosen among it. */
export function PinForm() {
  const t = useTranslations("admin.index.golden");
  const id = useId();
  const [router, adminFetch, toast] = [useRouter(), useAdminFetch(), useToast()];
  const [text, setText] = useState("");
  const [asked, setAsked] = useState<Asked | null>(null);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const searching = useAct();
  const pinning = useAct();

  const search = (query: string, limit: number) =>
    searching.run(async () => setAsked({ text: query, answer: await ask<SearchResponse>(`/api/v1/search?${new URLSearchParams({ q: query, limit: String(limit) }).toString()}`, { csrf: null }) }));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = text.trim();
    if (query === "") return;
    choose(new Set());
    void search(query, PAGE);
  };
  const pin = ({ text: query, answer }: Asked) =>
    pinning.run(async () => {
      const expected = answer.hits.filter(({ image }) => chosen.has(nameOf(image))).map(({ image }) => ({ collection: image.collection, id: image.id }));
      await adminFetch("/api/v1/admin/golden-queries", { method: "POST", body: { text: query, expected } });
      toast(t("pinned", { text: query }));
      setText("");
      setAsked(null);
      choose(new Set());
      router.refresh();
    });
  return (
    <>
      <form role="search" onSubmit={submit} className="max-w-2xl">
        <label htmlFor={id} className="mb-1 block text-sm font-medium">{t("query")}</label>
        <div className="flex gap-2">
          <input id={id} type="search" maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} aria-describedby={`${id}-hint`} className={inputLook} />
          <Button type="submit" pending={searching.pending} className="shrink-0">{t("search")}</Button>
        </div>
        <p id={`${id}-hint`} className="mt-1 text-xs text-muted">{t("queryHint")}</p>
      </form>
      <div className="mt-3"><InlineError message={searching.error} /></div>
      {asked && (
        <div className="mt-5">
          <Announce text={asked.answer.hits.length > 0 ? t("choose") : t("nothing")} />
          {asked.answer.hits.length === 0 ? <p className="text-muted">{t("nothing")}</p> : (
            <>
              <ImageChoices legend={t("choose")} hits={asked.answer.hits} chosen={chosen} onChange={choose} />
              <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
                <Button look="primary" pending={pinning.pending} disabled={chosen.size === 0} onClick={() => void pin(asked)}>{t("pin")}</Button>
                <p role="status" className="text-sm text-muted tabular-nums">{t("chosen", { count: chosen.size })}</p>
                {asked.answer.hits.length < Math.min(asked.answer.total, 100) && <Button className="ml-auto" pending={searching.pending} onClick={() => void search(asked.text, Math.min(100, asked.answer.hits.length + PAGE))}>{t("more")}</Button>}
              </div>
            </>
          )}
          <div className="mt-3"><InlineError message={pinning.error} /></div>
        </div>
      )}
    </>
  );
}
