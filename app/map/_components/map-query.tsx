"use client";

import { useId, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import { useMap } from "./map-context";

/** Asks for captions near a text; a plain form without JavaScript. */
export function MapQueryBox() {
  const t = useTranslations("map.query");
  const { state, go } = useMap();
  const id = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = new FormData(event.currentTarget).get("q");
    const q = typeof asked === "string" ? asked.trim().slice(0, 1000) : "";
    go({ q: q || null, caption: null, image: null, along: null });
  };
  return (
    <form role="search" action="/map" onSubmit={submit} key={state.q} className="flex h-9 min-w-0 flex-1 items-center rounded-md border border-edge bg-card pl-2.5 focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/30 md:max-w-sm">
      <Icon name="search" className="size-4 shrink-0 text-muted" />
      <label htmlFor={id} className="sr-only">{t("label")}</label>
      <input id={id} type="search" name="q" defaultValue={state.q ?? ""} placeholder={t("placeholder")} maxLength={1000} autoComplete="off" enterKeyHint="search"
        onKeyDown={(event) => event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229) && event.preventDefault()}
        className="h-full min-w-0 flex-1 bg-transparent px-2 text-base outline-none focus-visible:outline-none" />
      <button type="submit" className="mr-1 h-7 shrink-0 rounded-sm bg-ink px-3 text-sm font-medium text-paper hover:bg-accent hover:text-on-accent">{t("submit")}</button>
    </form>
  );
}
