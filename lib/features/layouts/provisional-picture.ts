import type { LayoutView, MapLabels } from "@/lib/features/caption-map/map-types";

export const buildLabels = (_given: { positions: Float64Array; frame: LayoutView["frame"]; captions: { text: string; language: string }[] }): MapLabels => ({ levels: [] });
