"use client";

import { CaptionPicture } from "@/app/_components/caption-picture";
import { LanguageMark } from "@/app/_components/language-mark";
import { ScoreBar } from "@/app/_components/score-bar";
import type { MapPoint } from "@/lib/features/caption-map/map-types";
import { useMap } from "./map-context";

interface Props {
  points: readonly (MapPoint & { score?: number })[];
  scoreLabel?: string;
}

/** Points as their captions; a press on one leads to it on the map. */
export function CaptionList({ points, scoreLabel = "" }: Props) {
  const { visit, locale, state } = useMap();
  return (
    <ol className="mt-2">
      {points.map((point) => (
        <li key={point.point} className="border-b border-rule last:border-b-0">
          <button type="button" onClick={() => visit(point)} aria-current={point.caption !== null && point.caption.id === state.caption ? "true" : undefined}
            className="group flex w-full items-start gap-3 py-2.5 text-left aria-current:text-accent">
            <CaptionPicture image={point.image} className="h-11 w-14 shrink-0 rounded-xs border border-rule" />
            <span className="min-w-0 flex-1">
              <span lang={point.caption?.language} className="caption-text block text-sm group-hover:text-accent">{point.caption?.text ?? point.image.id}</span>
              <span className="mt-1 flex items-center gap-3">
                {point.caption && <LanguageMark language={point.caption.language} locale={locale} />}
                {point.score !== undefined && <ScoreBar score={point.score} label={scoreLabel} />}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
