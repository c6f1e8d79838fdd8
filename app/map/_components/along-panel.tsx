"use client";

import { useTranslations } from "use-intl";
import type { MapPoints } from "@/lib/features/caption-map/map-types";
import type { Answer } from "../_lib/use-answer";
import { CaptionList } from "./caption-list";
import { useMap } from "./map-context";
import { MapFault } from "./map-fault";
import { PanelSection } from "./panel-section";

/** The captions along a drawn line, from end to end. */
export function AlongPanel({ stops: { answer, refusal } }: { stops: Answer<MapPoints> }) {
  const t = useTranslations("map.along");
  const { state, go } = useMap();
  if (state.along === null) return null;
  return (
    <PanelSection heading={t("label")} closeLabel={t("close")} onClose={() => go({ along: null })}>
      <p className="text-xs text-muted">{t("hint")}</p>
      {refusal && <MapFault refusal={refusal} />}
      {!answer && !refusal && <div data-skeleton="" className="mt-3 h-48 rounded-sm" />}
      {answer && <CaptionList points={answer.points} />}
    </PanelSection>
  );
}
