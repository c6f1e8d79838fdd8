import { encode } from "fast-png";
import type { Inspection } from "@/lib/embedding/inspect/inspection";
import { attentionOf, type AttentionWeights } from "./attention";

/** The same on both themes, with contrast 3.6 : 1 or more to either ground: pictures do not know the theme. */
const POSITIVE = [0xc2, 0x60, 0x3a] as const;
const NEGATIVE = [0x2f, 0x83, 0xa0] as const;
/** Steps of opacity. Few, as values next to each other then compress: an eighth of the time and half the bytes of full colours. */
const STEPS = 16;
/** Pixels of a head at most: of longer texts, one stands for the largest weight of several. */
const MOST_PIXELS = 48;
/** Values that are fully coloured, in multiples of the mean size: a few are far larger than all others. */
const FULL = 2.5;

/** Nothing, then for each step both colours; the opaque ones are last, as the format wants. */
const PALETTE: [number, number, number, number][] = [
  [0, 0, 0, 0],
  ...Array.from({ length: STEPS }, (_, i) => [POSITIVE, NEGATIVE].map((colour): [number, number, number, number] => [...colour, Math.round((255 * (i + 1)) / STEPS)])).flat(),
];

/** Pixels of the palette. */
class Raster {
  private readonly data: Uint8Array;

  constructor(private readonly width: number, private readonly height: number) {
    this.data = new Uint8Array(width * height);
  }

  /** @param share -1 to 1: how full, and in which of the two colours */
  set(x: number, y: number, share: number): void {
    const step = Math.round(Math.min(1, Math.abs(share)) * STEPS);
    this.data[y * this.width + x] = step === 0 ? 0 : 2 * step - (share > 0 ? 1 : 0);
  }

  toPng(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(encode({ width: this.width, height: this.height, data: this.data, channels: 1, palette: PALETTE }));
  }
}

function drawHead(raster: Raster, left: number, top: number, { pieces, values }: AttentionWeights, step: number): void {
  for (let y = 0; y < pieces; y += step) {
    for (let x = 0; x < pieces; x += step) {
      let most = 0;
      for (let query = y; query < Math.min(y + step, pieces); query++) for (let key = x; key < Math.min(x + step, pieces); key++) most = Math.max(most, values[query * pieces + key]!);
      // By the root, as weights of a tenth would hardly be seen.
      raster.set(left + x / step, top + y / step, Math.sqrt(most));
    }
  }
}

/**
 * The attention of all heads of the first text as one PNG: a row a layer, a column a head, and in each a row of pixels a piece that looks and a column a piece that is looked at. Each stands in a square that is a pixel
 * wider, so that n squares fill an n-th of the picture each. Null where the model does not tell.
 */
export function drawAttention(inspection: Inspection): Uint8Array<ArrayBuffer> | null {
  const [text] = inspection.texts;
  if (!text || text.attention.length === 0) return null;
  const step = Math.ceil(text.pieces.length / MOST_PIXELS);
  const square = Math.ceil(text.pieces.length / step) + 1;
  const raster = new Raster(inspection.heads * square, text.attention.length * square);
  text.attention.forEach((_, layer) => {
    for (let head = 0; head < inspection.heads; head++) {
      const weights = attentionOf(inspection, layer + 1, head + 1);
      if (weights) drawHead(raster, head * square, layer * square, weights, step);
    }
  });
  return raster.toPng();
}

/** The vectors of the first text's pieces as one PNG, a row of pixels a piece and a column a value: what the first layer is given, or else the last vectors. Null where the model tells neither. */
export function drawVectors({ texts: [text], dimensions }: Inspection): Uint8Array<ArrayBuffer> | null {
  const rows = text?.hidden[0] ?? text?.tokens;
  if (!rows || !text) return null;
  const own = rows.subarray(0, text.pieces.length * dimensions);
  const mean = own.reduce((sum, value) => sum + Math.abs(value), 0) / own.length;
  const raster = new Raster(dimensions, text.pieces.length);
  own.forEach((value, i) => raster.set(i % dimensions, Math.floor(i / dimensions), value / (FULL * mean)));
  return raster.toPng();
}
