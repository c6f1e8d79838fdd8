"use client";

import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Locale } from "@/app/_i18n/locale";
import { Announce } from "@/app/_components/announce";
import { LanguageMark } from "@/app/_components/language-mark";
import type { SelectionLayout } from "@/lib/features/caption-map/map-types";
import { MapFault } from "../_components/map-fault";
import { mapHref } from "../_lib/map-state";
import { useAnswer } from "../_lib/use-answer";
import { useMapState } from "../_lib/use-map-state";
import { LiveControls } from "./live-controls";
import { selectionAddress, selectionExport } from "./selection-address";
import { SelectionChart } from "./selection-chart";
import { SelectionControls } from "./selection-controls";
import { SelectionImages } from "./selection-images";
import { NO_TURN, toCloud, type Turn } from "./spread";
import { useCloud } from "./use-cloud";
import { useFrame } from "./use-frame";
import { useLiveLayout } from "./use-live-layout";

const USUAL = { width: 860, height: 620 };
/** More captions than these have no room for words. */
const WORDED = 400;
/** Fewer have nothing to optimise. */
const FEWEST_LIVE = 4;
const FORMATS = ["svg", "xlsx", "csv", "json"] as const;

/** Captions laid out on their own. @param initial what the server laid out for the address as it was */
export function SelectionMap({ initial, locale }: { initial: SelectionLayout; locale: Locale }) {
  const t = useTranslations("map");
  const { state, go, note } = useMapState();
  const [begin] = useState(() => selectionAddress(state));
  const address = selectionAddress(state);
  const { answer, refusal } = useAnswer<SelectionLayout>(address === begin ? null : address);
  // The layout before stays until the next is there.
  const [latest, keep] = useState(initial);
  const found = address === begin ? initial : answer;
  if (found && found !== latest) keep(found);
  const shown = found ?? latest;

  const control = useLiveLayout(state);
  const live = control.live;
  const leaveLive = useEffectEvent(() => control.leave());
  useEffect(() => leaveLive(), [address]);
  const [turn, setTurn] = useState<Turn>(NO_TURN);
  const [pointed, point] = useState<number | null>(null);
  const [opened, open] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const frame = useFrame(box, USUAL);
  const laidOut = useMemo(() => toCloud(shown.coordinates, shown.components), [shown]);
  const rested = useCloud(laidOut);
  const cloud = live?.cloud ?? rested;
  const deep = live === null && shown.components === 3;
  const moving = live?.state === "running" || (live === null && rested !== laidOut);
  const perplexity = typeof shown.parameters.perplexity === "number" ? shown.parameters.perplexity : (state.perplexity ?? 5);
  const spoken = pointed ?? opened;
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[17rem_1fr]">
      <div className="space-y-5">
        <SelectionControls state={state} go={go} note={note} count={shown.points.length} perplexity={perplexity} />
        {refusal && <MapFault refusal={refusal} />}
        {(state.method ?? "tsne") === "tsne" && shown.points.length >= FEWEST_LIVE && <LiveControls control={control} perplexity={perplexity} />}
        <Facts shown={shown} />
        <SelectionImages selection={shown} onPoint={point} />
      </div>
      <div className="order-first min-w-0 lg:order-none">
        <div ref={box} className="relative aspect-square w-full overflow-hidden lg:aspect-auto lg:h-[min(70dvh,46rem)] lg:min-h-80 rounded-md border border-rule bg-paper">
          <SelectionChart selection={shown} cloud={cloud} frame={frame} label={t("selection.chart", { method: t(`layout.method.${shown.method}`) })} labelled={!moving && !deep && shown.points.length <= WORDED}
            pointed={spoken} onPoint={point} onOpen={open} turn={deep ? turn : NO_TURN} onTurn={deep ? setTurn : null} />
        </div>
        <Spoken selection={shown} index={spoken} locale={locale} />
        <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
          {t("exports.label")}
          {FORMATS.map((format) => <a key={format} download href={selectionExport(state, format, locale)} className="underline decoration-edge underline-offset-4 hover:text-accent">{format.toUpperCase()}</a>)}
        </p>
      </div>
      {found && address !== begin && <Announce text={found.method === "tsne" ? t("selection.perplexityChanged", { value: String(found.parameters.perplexity) }) : t("layout.method.pca")} />}
    </div>
  );
}

function Facts({ shown: { explained, quality } }: { shown: SelectionLayout }) {
  const t = useTranslations("map.selection");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  return (
    <div className="space-y-1 text-xs leading-relaxed text-muted">
      {explained && <p>{t("explained", { shares: explained.map(percent).join(" + ") })}</p>}
      {quality.sameGroup !== null && <p>{t("quality", { share: percent(quality.sameGroup) })}</p>}
    </div>
  );
}

/** The caption that is pointed at, in full. */
function Spoken({ selection: { points }, index, locale }: { selection: SelectionLayout; index: number | null; locale: Locale }) {
  const t = useTranslations("map.selection");
  const point = index === null ? undefined : points[index];
  return (
    <p className="mt-3 min-h-14 text-sm">
      {point ? (
        <>
          <span lang={point.caption.language} className="caption-text text-base">{point.caption.text}</span>{" "}
          <LanguageMark language={point.caption.language} locale={locale} />{" "}
          <a href={mapHref({ caption: point.caption.id })} className="ml-2 text-muted underline decoration-edge underline-offset-4 hover:text-accent">{t("toMap")}</a>
        </>
      ) : <span className="text-muted">{t("pointHint")}</span>}
    </p>
  );
}
