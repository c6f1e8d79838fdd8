"use client";

import { useState } from "react";
import type { Locale } from "@/app/_i18n/locale";
import type { LayoutView, MapOverview } from "@/lib/features/caption-map/map-types";
import { CaptionMap } from "./caption-map";

/** The map of one layout; anew for another one, and where somebody tries again. */
export function MapRoot({ overview, layout, locale }: { overview: MapOverview; layout: LayoutView; locale: Locale }) {
  const [attempt, setAttempt] = useState(0);
  return <CaptionMap key={`${layout.id} ${attempt}`} overview={overview} layout={layout} locale={locale} onRetry={() => setAttempt(attempt + 1)} />;
}
