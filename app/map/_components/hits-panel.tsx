"use client";

import { useTranslations } from "use-intl";
import { Announce } from "@/app/_components/announce";
import { mapHref } from "../_lib/map-state";
import { CaptionList } from "./caption-list";
import { useMap } from "./map-context";
import { MapFault } from "./map-fault";
import { PanelSection } from "./panel-section";

/** The captions nearest to the query, beside the map on which they light up. */
export function HitsPanel() {
  const t = useTranslations("map.query");
  const { state, answers, go } = useMap();
  const { answer, refusal } = answers.query;
  if (state.q === null) return null;
  return (
    <PanelSection heading={t("hits", { query: state.q })} closeLabel={t("clear")} onClose={() => go({ q: null, colour: state.colour === "similarity" ? null : state.colour })}>
      {refusal && <MapFault refusal={refusal} />}
      {!answer && !refusal && <div data-skeleton="" className="mt-3 h-32 rounded-sm" />}
      {answer && (
        <>
          <Announce text={t("announce", { count: answer.hits.length })} />
          <p className="text-xs leading-relaxed text-muted">{state.within && `${t("totalWithin", { count: answer.total })} `}{t("star")}</p>
          {answer.hits.length > 3 && <p className="mt-2 text-sm"><a href={mapHref({ q: state.q, method: "tsne" })} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("layOut")}</a></p>}
          {answer.hits.length === 0 ? <p className="mt-2 text-sm">{t("none")}</p> : <CaptionList points={answer.hits} scoreLabel={t("similarity")} />}
        </>
      )}
    </PanelSection>
  );
}
