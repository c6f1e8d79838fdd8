"use client";

import { useTranslations } from "use-intl";
import { Announce } from "@/app/_components/announce";
import { languageName } from "@/app/_components/language-mark";
import type { MapArea } from "@/lib/features/caption-map/map-types";
import { mapHref } from "../_lib/map-state";
import { CaptionList } from "./caption-list";
import { useMap } from "./map-context";
import { MapFault } from "./map-fault";
import { PanelSection } from "./panel-section";
import { SaveArea } from "./save-area";

/** Captions that are listed. */
const LISTED = 60;

/** What the captions inside a drawn shape have in common. */
export function AreaPanel() {
  const t = useTranslations("map.area");
  const { state, answers, go, layout: { unit } } = useMap();
  const { answer, refusal } = answers.area;
  if (state.within === null) return null;
  return (
    <PanelSection heading={t("label")} closeLabel={t("close")} onClose={() => go({ within: null })}>
      {refusal && <MapFault refusal={refusal} />}
      {!answer && !refusal && <div data-skeleton="" className="mt-3 h-48 rounded-sm" />}
      {answer && <Announce text={t("announce", { count: answer.points, unit })} />}
      {answer?.points === 0 && <p className="mt-2 text-sm">{t("empty", { unit })}</p>}
      {answer && answer.points > 0 && <Facts area={answer} />}
    </PanelSection>
  );
}

function Facts({ area }: { area: MapArea }) {
  const t = useTranslations("map.area");
  const { state, locale } = useMap();
  const captions = area.examples.flatMap(({ caption }) => (caption ? [caption.id] : []));
  return (
    <>
      <p className="mt-1 flex flex-wrap gap-x-5">
        {area.captions > 0 && <Count value={area.captions} name={t("captions")} />}
        <Count value={area.images} name={t("images")} />
      </p>
      {area.languages.length > 0 && <Shares heading={t("languages")} parts={area.languages.map(({ language, count }) => ({ name: languageName(language, locale), count }))} />}
      {area.collections.length > 1 && <Shares heading={t("collections")} parts={area.collections.map(({ collection, count }) => ({ name: collection, count }))} />}
      <Words words={area.words} />
      <SaveArea count={area.points} />
      {captions.length > 1 && (
        <p className="mt-3 text-sm">
          <a href={mapHref({ captions })} className="underline decoration-edge underline-offset-4 hover:text-accent">{captions.length < area.captions ? t("layOutSome", { count: captions.length }) : t("layOut")}</a>
        </p>
      )}
      {state.q === null && (
        <>
          <h3 className="mt-5 text-sm font-medium">{t("examples")}</h3>
          <CaptionList points={area.examples.slice(0, LISTED)} />
        </>
      )}
    </>
  );
}

function Count({ value, name }: { value: number; name: string }) {
  const { locale } = useMap();
  return <span className="text-sm text-muted"><span className="mr-1.5 text-2xl font-medium tracking-tight text-ink tabular-nums">{value.toLocaleString(locale)}</span>{name}</span>;
}

function Shares({ heading, parts }: { heading: string; parts: { name: string; count: number }[] }) {
  const { locale } = useMap();
  const most = Math.max(...parts.map(({ count }) => count));
  return (
    <>
      <h3 className="mt-4 text-sm font-medium">{heading}</h3>
      <ul className="mt-1 space-y-1 text-sm">
        {parts.map(({ name, count }) => (
          <li key={name} className="grid grid-cols-[7rem_1fr_auto] items-center gap-3">
            <span className="truncate">{name}</span>
            <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-rule"><span className="block h-full bg-accent" style={{ width: `${(100 * count) / most}%` }} /></span>
            <span className="text-muted tabular-nums">{count.toLocaleString(locale)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Words({ words }: { words: MapArea["words"] }) {
  const t = useTranslations("map.area");
  const { locale } = useMap();
  const languages = Object.entries(words).filter(([, found]) => found.length > 0);
  if (languages.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-sm font-medium">{t("words")}</h3>
      <p className="text-xs text-muted">{t("wordsHint")}</p>
      {languages.map(([language, found]) => (
        <ul key={language} lang={language} aria-label={languageName(language, locale)} className="mt-2 flex flex-wrap gap-1.5 text-sm">
          {found.map(({ word, count }) => (
            <li key={word} title={t("wordCount", { word, count })} className="rounded-sm bg-sunk px-2 py-0.5">{word} <span className="text-xs text-muted tabular-nums">{count.toLocaleString(locale)}</span></li>
          ))}
        </ul>
      ))}
    </>
  );
}
