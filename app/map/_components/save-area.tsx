"use client";

import { useId, useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { Announce } from "@/app/_components/announce";
import { savedAreas } from "../_lib/saved-areas";
import { useMap } from "./map-context";

/** Gives the area a name, under which this browser keeps it. */
export function SaveArea({ count }: { count: number }) {
  const t = useTranslations("map.area");
  const { state, layout } = useMap();
  const [saved, setSaved] = useState<boolean | null>(null);
  const id = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get("name");
    if (typeof name !== "string" || name.trim() === "" || !state.within) return;
    const kept = savedAreas.put({ name: name.trim().slice(0, 80), layout: layout.id, count, within: state.within });
    setSaved(kept);
  };
  return (
    <form onSubmit={submit} className="mt-4 flex flex-wrap gap-2">
      <label htmlFor={id} className="sr-only">{t("saveAs")}</label>
      <input id={id} name="name" required maxLength={80} autoComplete="off" placeholder={t("saveAs")} className="h-9 min-w-0 flex-1 rounded-sm border border-edge bg-card px-2.5 text-sm" />
      <button type="submit" className="h-9 rounded-sm border border-edge px-3 text-sm hover:border-accent hover:text-accent">{t("save")}</button>
      {saved !== null && <Announce text={t(saved ? "saved" : "notSaved")} />}
      {saved === false && <p className="basis-full text-sm text-bad">{t("notSaved")}</p>}
    </form>
  );
}
