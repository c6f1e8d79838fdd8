import type { Frame, Spot } from "../_view/view";

export interface PlacedCaption extends Spot {
  index: number;
  text: string;
  /** At which end the text is held. */
  anchor: "start" | "end";
}

/** Pixels: of letters, of a point, between point and text. */
const [LETTER, POINT, AWAY] = [12, 9, 10];
const LONGEST = 210;

/** Wide characters, as of Japanese. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

const widthOf = (character: string) => (wide.test(character) ? LETTER : 0.56 * LETTER);

/** As much of a text as has room in some pixels. */
export function shorten(text: string, room: number): { text: string; width: number } {
  let [width, cut] = [0, ""];
  for (const character of text) {
    if (width + widthOf(character) > room - LETTER) return { text: `${cut.trimEnd()}…`, width: width + LETTER };
    width += widthOf(character);
    cut += character;
  }
  return { text, width };
}

interface Box extends Spot {
  width: number;
  height: number;
}

const overlaps = (a: Box, b: Box) => a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

/** Captions beside their points, to the right or else to the left, where they cover neither points nor each other. */
export function placeCaptions(spots: readonly Spot[], texts: readonly string[], frame: Frame): PlacedCaption[] {
  const points = spots.map(({ left, top }): Box => ({ left: left - POINT / 2, top: top - POINT / 2, width: POINT, height: POINT }));
  const [taken, placed]: [Box[], PlacedCaption[]] = [[], []];
  spots.forEach(({ left, top }, index) => {
    for (const anchor of ["start", "end"] as const) {
      const room = Math.min(LONGEST, (anchor === "start" ? frame.width - left : left) - AWAY);
      const { text, width } = shorten(texts[index] ?? "", room);
      const box: Box = { left: anchor === "start" ? left + AWAY : left - AWAY - width, top: top - LETTER * 0.7, width, height: LETTER * 1.4 };
      const free = [...text].length > 3 && !taken.some((other) => overlaps(box, other)) && !points.some((point, i) => i !== index && overlaps(box, point));
      if (!free) continue;
      taken.push(box);
      placed.push({ index, text, anchor, left: anchor === "start" ? left + AWAY : left - AWAY, top });
      return;
    }
  });
  return placed;
}
