"use client";

import clsx from "clsx";
import { useFormatter, useTranslations } from "use-intl";
import { languageName } from "@/app/_components/language-mark";
import type { LayoutView } from "@/lib/features/caption-map/map-types";
import { mapHref } from "../_lib/map-state";
import { useMap } from "./map-context";
import { Menu } from "./menu";

/** What a layout is called: how it was made, of what. */
export function useLayoutName(): (layout: LayoutView) => string {
  const t = useTranslations("map.layout");
  const { locale } = useMap();
  return ({ method, count, unit, language }) =>
    t("name", { method: t(`method.${method}`), count, unit: t(`unit.${unit}`), language: language === null ? t("allLanguages") : languageName(language, locale) });
}

/** The layouts there are, and how far the one shown can be trusted. */
export function LayoutMenu() {
  const t = useTranslations("map.layout");
  const format = useFormatter();
  const { overview, layout } = useMap();
  const nameOf = useLayoutName();
  return (
    <Menu icon="layout" label={t("label")} value={t(`method.${layout.method}`)}>
      <ul className="-mx-2 space-y-0.5">
        {overview.layouts.map((one) => (
          <li key={one.id}>
            {/* A whole page: another layout has other points and other words. */}
            <a href={mapHref({ layout: one.id === overview.current ? null : one.id })} aria-current={one.id === layout.id ? "true" : undefined}
              className={clsx("block rounded-sm px-2 py-1.5", one.id === layout.id ? "bg-sunk font-medium" : "hover:text-accent")}>
              {nameOf(one)}
              <span className="block text-xs font-normal text-muted">{format.dateTime(new Date(one.createdAt), { dateStyle: "medium", timeStyle: "short" })}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-3 leading-relaxed text-muted">{t(layout.method)}</p>
      <Quality layout={layout} />
      <Settings layout={layout} />
    </Menu>
  );
}

function Quality({ layout: { quality, placed } }: { layout: LayoutView }) {
  const t = useTranslations("map.layout");
  const format = useFormatter();
  const share = (value: number) => format.number(value, { style: "percent", maximumFractionDigits: 0 });
  const { neighboursKept, neighboursTrue, sameGroup, trustworthiness, divergence } = quality;
  return (
    <section className="mt-4 border-t border-rule pt-3">
      <h3 className="font-medium">{t("quality")}</h3>
      <ul className="mt-1.5 space-y-1 leading-relaxed text-muted">
        <li>{t("neighboursKept", { share: share(neighboursKept) })}</li>
        <li>{t("neighboursTrue", { share: share(neighboursTrue) })}</li>
        {sameGroup !== null && <li>{t("sameGroup", { share: share(sameGroup) })}</li>}
        {trustworthiness !== null && <li>{t("trustworthiness", { value: trustworthiness.toFixed(2) })}</li>}
        {divergence !== null && <li>{t("divergence", { value: divergence.toFixed(2) })}</li>}
        {placed > 0 && <li>{t("placed", { count: placed })}</li>}
      </ul>
    </section>
  );
}

function Settings({ layout: { parameters, distance, createdAt, seconds, method } }: { layout: LayoutView }) {
  const t = useTranslations("map.layout");
  const format = useFormatter();
  const known = (["perplexity", "iterations", "seed"] as const).filter((name) => name in parameters);
  return (
    <section className="mt-4 border-t border-rule pt-3">
      <h3 className="font-medium">{t("parameters")}</h3>
      <dl className="mt-1.5 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-muted">
        {known.map((name) => <Setting key={name} name={t(name)} value={String(parameters[name])} />)}
        {method === "tsne" && <Setting name={t("distance")} value={t(`distances.${distance}`)} />}
      </dl>
      <p className="mt-2 text-xs text-muted">{t("made", { date: format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" }), seconds: Math.max(1, Math.round(seconds)) })}</p>
    </section>
  );
}

function Setting({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="text-right text-ink tabular-nums">{value}</dd>
    </>
  );
}
