"use client";

import { useTheme } from "next-themes";
import { useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Locale } from "@/app/_i18n/locale";
import { Announce } from "@/app/_components/announce";
import { languageName } from "@/app/_components/language-mark";
import { formatImageName } from "@/lib/features/caption-map/image-name";
import type { LayoutView, MapOverview, MapPoint, MapPoints } from "@/lib/features/caption-map/map-types";
import { MAP_PALETTES } from "@/lib/features/caption-map/palette";
import { pointsAddress, useMapAnswers } from "../_lib/map-answers";
import { layoutAddress } from "../_lib/map-fetch";
import { overlayContent } from "../_lib/overlay-content";
import { askOnce, useAnswer } from "../_lib/use-answer";
import { useMapState } from "../_lib/use-map-state";
import { levelFor } from "../_render/place-labels";
import type { Scene } from "../_render/open-scene";
import { along } from "../_view/polygon";
import { closeZoom, viewAround, type Place } from "../_view/view";
import { HoverCard } from "./hover-card";
import { Legend } from "./legend";
import { MapProvider, type MapShared } from "./map-context";
import { MapPanel } from "./map-panel";
import { MapToolbar } from "./map-toolbar";
import { Stage } from "./stage";
import { StageStatus } from "./stage-status";
import { draftArea, useDrawing, type MapTool } from "./use-drawing";
import { usePainting } from "./use-painting";
import { usePointed } from "./use-pointed";
import { useScene } from "./use-scene";
import { useViewAddress } from "./use-view-address";
import { ZoomButtons } from "./zoom-buttons";

/** Captions along a way. */
const STOPS = 12;

interface Props {
  overview: MapOverview;
  layout: LayoutView;
  locale: Locale;
  onRetry: () => void;
}

/** The points nearest to places along a way, each once. */
function stopsOf(scene: Scene | null, ready: boolean, way: readonly Place[] | null): string | null {
  const [from, to] = way ?? [];
  const index = ready ? scene?.store.index : null;
  if (!from || !to || !index) return null;
  return [...new Set(along(from, to, STOPS).map((place) => index.nearestOfAll(place)))].join(",");
}

/** The map, and what stands beside it. Another layout needs another one (a key). */
export function CaptionMap({ overview, layout, locale, onRetry }: Props) {
  const t = useTranslations("map.canvas");
  const address = useMapState();
  const { state, go } = address;
  const answers = useMapAnswers(layout, state);
  const theme = useTheme().resolvedTheme === "dark" ? "dark" : "light";
  const palette = MAP_PALETTES[theme];
  const colour = state.colour === null || (state.colour === "similarity" && state.q === null) ? "image" : state.colour;
  const [tool, setTool] = useState<MapTool>("move");
  const [zoom, setZoom] = useState(0);
  const [said, say] = useState("");
  const stage = useRef<HTMLDivElement>(null);

  const { pointed, point, told } = usePointed(layout);
  const { scene, loading } = useScene(layout, stage, {
    start: state.at,
    dragMoves: () => tool === "move",
    onView: (view) => {
      onView(view);
      setZoom(Math.round(2 * view.zoom) / 2);
      point(null);
    },
  });
  const { onView, expect } = useViewAddress(scene, address, answers.chosen.answer);
  const ready = loading.kind === "ready";
  const stopsAddress = stopsOf(scene, ready, state.along);
  const stops = useAnswer<MapPoints>(stopsAddress && layoutAddress(layout.id, "captions", { points: stopsAddress }));

  const name = ({ caption, image }: MapPoint) => (caption ? { caption: caption.id, image: null } : { image: [formatImageName(image)], caption: null });
  const visit = (found: MapPoint) => {
    const at = scene && viewAround([found], scene.frame(), Math.max(scene.view().zoom, closeZoom(layout.count, scene.frame())));
    if (at) {
      expect(at);
      scene.zoom.go(at, true);
    }
    go({ ...name(found), at });
  };
  const open = async (found: number | null) => {
    if (found === null) return go({ caption: null, image: null });
    const { points: [first] } = await askOnce<MapPoints>(pointsAddress(layout.id, { points: found }));
    if (!first || !scene) return;
    expect(scene.view());
    go({ ...name(first), at: scene.view() });
  };

  const { draft, handlers } = useDrawing(scene, tool, {
    onArea: (within) => {
      setTool("move");
      go({ within, caption: null, image: null });
    },
    onWay: (way) => go({ along: way, caption: null, image: null }),
  });
  const labels = useMemo(() => (answers.labels.answer ? levelFor(answers.labels.answer, zoom) : []), [answers.labels.answer, zoom]);
  const overlay = useMemo(() => {
    const drawn = draft && draft.tool !== "along" ? { corners: draftArea(draft), closed: draft.tool === "box" } : state.within && { corners: state.within, closed: true };
    const path = draft?.tool === "along" ? draft.line : state.along;
    return overlayContent({ labels, chosen: answers.chosen.answer, pointed: told, query: answers.query.answer?.place ?? null, stops: stops.answer?.points ?? [], path, area: drawn }, layout, palette);
  }, [labels, answers.chosen.answer, told, answers.query.answer, stops.answer, draft, state.within, state.along, layout, palette]);
  usePainting(scene, { layout, state, answers, colour, palette, locale, overlay, ready });

  const first = told?.points[0];
  const spoken = first ? (first.caption ? t("pointText", { text: first.caption.text, language: languageName(first.caption.language, locale), image: first.image.id }) : t("pointImage", { image: first.image.id, collection: first.image.collection })) : said;
  const shared: MapShared = { ...address, overview, layout, locale, palette, theme, colour, answers, scene, visit };
  return (
    <MapProvider value={shared}>
      <div data-live-map="" className="contents"><MapToolbar tool={tool} onTool={setTool} /></div>
      <div data-live-map="" className="flex min-h-0 flex-1 flex-col md:flex-row">
        <div className="relative min-h-0 min-w-0 flex-1">
          <Stage ref={stage} layout={layout} scene={scene} busy={loading.kind === "loading"} tool={tool} drawing={handlers} pointed={pointed} onPoint={point} onOpen={(found) => void open(found)} onEnd={() => say(t("noneThere"))}>
            {scene && told && draft === null && <HoverCard scene={scene} points={told} />}
          </Stage>
          <StageStatus loading={loading} onRetry={onRetry} />
          {loading.kind !== "no-webgl" && <Legend />}
          {loading.kind !== "no-webgl" && <ZoomButtons scene={scene} />}
        </div>
        <MapPanel stops={stops} />
      </div>
      {spoken !== "" && <Announce text={spoken} />}
    </MapProvider>
  );
}
