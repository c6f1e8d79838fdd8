import type { LayoutDistance, LayoutMethod, LayoutUnit } from "@/lib/features/caption-map/map-types";

/** What stands in the form. Texts that are empty leave the choice to the layout. */
export interface LayoutValues {
  method: LayoutMethod;
  unit: LayoutUnit;
  /** Empty: all. */
  language: string;
  distance: LayoutDistance;
  mode: "full" | "extend" | "auto";
  perplexity: string;
  iterations: string;
  seed: string;
}

export const NUMBERS = ["perplexity", "iterations", "seed"] as const;
export type NumberName = (typeof NUMBERS)[number];

export const emptyLayout: LayoutValues = { method: "tsne", unit: "captions", language: "", distance: "euclidean", mode: "full", perplexity: "", iterations: "", seed: "" };

/** Digits of Japanese input methods count as digits. */
const plain = (text: string) => text.normalize("NFKC").trim();

/** Least and most of each number. @param points that are laid out, as far as is known */
export function boundsOf(points: number): Record<NumberName, [number, number]> {
  return { perplexity: [1, Math.max(1, Math.floor((points - 1) / 3))], iterations: [1, 100_000], seed: [0, 0xffffffff] };
}

/** Numbers that cannot be asked for. */
export function findBadNumbers(values: LayoutValues, points: number): NumberName[] {
  if (values.method === "pca") return [];
  const bounds = boundsOf(points);
  return NUMBERS.filter((name) => {
    const text = plain(values[name]);
    const [least, most] = bounds[name];
    return text !== "" && !(/^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most);
  });
}

/** The parameters of the job. @param values without bad numbers */
export function toLayoutRequest({ method, unit, language, distance, mode, ...numbers }: LayoutValues): Record<string, unknown> {
  const given = NUMBERS.filter((name) => plain(numbers[name]) !== "").map((name) => [name, Number(plain(numbers[name]))] as const);
  return { method, unit, language: language === "" ? null : language, mode, ...(method === "tsne" && { distance, ...Object.fromEntries(given) }) };
}
