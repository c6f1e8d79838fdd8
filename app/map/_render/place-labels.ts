import type { MapLabels, RegionLabel } from "@/lib/features/caption-map/map-types";
import { toSpot, type Frame, type Spot, type View } from "../_view/view";

export interface PlacedLabel extends Spot {
  text: string;
  /** Pixels of its letters. */
  size: number;
}

/** Room that is kept between labels, in pixels. */
const GAP = 6;
const MOST = 60;
const WORDS = 2;
const SIZES = [17, 15, 13] as const;

/** The labels made for a view: those of the nearest level at most half a zoom ahead. */
export function levelFor({ levels }: MapLabels, zoom: number): RegionLabel[] {
  const sorted = [...levels].sort((a, b) => a.zoom - b.zoom);
  return (sorted.findLast((level) => level.zoom <= zoom + 0.5) ?? sorted[0])?.labels ?? [];
}

/** The most telling words of a region, in the language of the interface; where there are none in it, in another. */
export function labelText({ words }: Pick<RegionLabel, "words">, locale: string): string {
  const own = words[locale]?.length ? words[locale] : Object.values(words).find((others) => others.length > 0);
  return own?.slice(0, WORDS).join(locale === "ja" ? "・" : ", ") ?? "";
}

interface Box extends Spot {
  width: number;
  height: number;
}

const overlaps = (a: Box, b: Box) => a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

/**
 * Labels that can be read at once: the largest regions first, none over another.
 * @param measure the width of a text at a size, in pixels
 * @param taken boxes that are to stay free of labels
 */
export function placeLabels(labels: readonly RegionLabel[], view: View, frame: Frame, locale: string, measure: (text: string, size: number) => number, taken: readonly Box[] = []): PlacedLabel[] {
  const sorted = [...labels].sort((a, b) => b.count - a.count);
  const [boxes, placed]: [Box[], PlacedLabel[]] = [[...taken], []];
  for (const label of sorted) {
    if (placed.length === MOST) break;
    const text = labelText(label, locale);
    const size = SIZES[Math.min(SIZES.length - 1, Math.floor((3 * placed.length) / 12))] ?? SIZES[0];
    const spot = toSpot(view, frame, label);
    const [width, height] = [measure(text, size) + GAP, size * 1.3 + GAP];
    const box = { left: spot.left - width / 2, top: spot.top - height / 2, width, height };
    const within = box.left >= 0 && box.top >= 0 && box.left + width <= frame.width && box.top + height <= frame.height;
    if (text === "" || !within || boxes.some((other) => overlaps(box, other))) continue;
    boxes.push(box);
    placed.push({ ...spot, text, size });
  }
  return placed;
}
