import type { LayoutView } from "@/lib/features/caption-map/map-types";
import type { LayoutRequest } from "./layout-request";

/** The parameters of the method that were asked for. */
export function givenParameters({ perplexity, iterations, earlyIterations, exaggeration, learningRate, initialisation, seed }: LayoutRequest): LayoutView["parameters"] {
  const all: Record<string, string | number | undefined> = { perplexity, iterations, earlyIterations, exaggeration, learningRate, initialisation, seed };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string | number] => entry[1] !== undefined));
}
