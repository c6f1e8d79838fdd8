import { useEffect, useMemo } from "react";
import { codeColours, languageShape, type MapColour, type MapPalette } from "@/lib/features/caption-map/palette";
import type { LayoutView } from "@/lib/features/caption-map/map-types";
import type { MapAnswers } from "../_lib/map-answers";
import type { MapState } from "../_lib/map-state";
import type { OverlayContent } from "../_render/draw-overlay";
import type { Scene } from "../_render/open-scene";

const SHAPES = ["circle", "triangle", "square"] as const;
/** How far points step back that are not what is looked for. */
const DIMMED = 0.92;

interface Painted {
  layout: LayoutView;
  state: MapState;
  answers: MapAnswers;
  colour: MapColour;
  palette: MapPalette;
  locale: string;
  overlay: OverlayContent;
  /** All points are there. */
  ready: boolean;
}

/** Keeps the drawn map as the page is. */
export function usePainting(scene: Scene | null, { layout, state, answers, colour, palette, locale, overlay, ready }: Painted): void {
  const painter = scene?.painter;
  const similarities = answers.similarities.answer;
  useEffect(() => {
    const style = { code: colour === "image" ? ("colour" as const) : colour, colours: codeColours(colour, layout, palette), shapes: layout.languages.map((language) => SHAPES.indexOf(languageShape(language))), context: palette.context };
    painter?.setStyle(style, { palette, locale, fontFamily: getComputedStyle(document.body).fontFamily });
  }, [painter, layout, colour, palette, locale]);
  useEffect(() => {
    if (similarities) painter?.setSimilarity(similarities.values);
  }, [painter, similarities]);

  const lit = useMemo(() => {
    if (answers.query.answer) return answers.query.answer.hits.map(({ point }) => point);
    return ready && state.within ? (scene?.store.index?.inside(state.within) ?? null) : null;
  }, [answers.query.answer, state.within, scene, ready]);
  useEffect(() => {
    if (ready) painter?.setLit(lit, colour === "similarity" ? 0 : DIMMED);
  }, [painter, lit, colour, ready]);
  useEffect(() => painter?.setOverlay(overlay), [painter, overlay]);
}
