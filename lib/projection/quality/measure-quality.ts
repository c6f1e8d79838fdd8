import type { NeighbourGraph } from "../neighbours/neighbour-graph";
import { findPlaneNeighbours } from "../neighbours/plane-neighbours";
import type { Vectors } from "../neighbours/vectors";
import { finish, type Steps } from "../turns";
import { groupShare } from "./group-share";
import { neighbourShare } from "./neighbour-share";
import { trustworthinessSteps } from "./trustworthiness";

const NEAREST = 10;
/** Neighbours that count as near: three times as many. */
const NEARBY = 30;

/** How true a layout is. Shares are from 0 to 1. */
export interface LayoutQuality {
  /** Of a point's 10 nearest by vectors, the share that is among its 10 nearest on the layout; read the other way round it is the same. */
  neighboursKept: number;
  /** Of its 10 nearest by vectors, the share among its 30 nearest on the layout: low where neighbours were torn apart. */
  neighboursFound: number;
  /** Of its 10 nearest on the layout, the share among its 30 nearest by vectors (or as many as the graph has): low where strangers were put together. */
  neighboursTrue: number;
  /** Of 10 neighbours, on a sample; null where there are no vectors, or too few. */
  trustworthiness: number | null;
  /** Share of same-group points among the nearest 4, of as many as there can be; null where there are no groups. */
  sameGroup: number | null;
  /** KL divergence of the layout from the affinities, in nats; null for other methods than t-SNE. */
  divergence: number | null;
}

export interface QualityInput {
  graph: NeighbourGraph;
  /** n × 2. */
  positions: Float64Array;
  vectors: Vectors | null;
  /** The group, such as the image, of every point. */
  groups: ArrayLike<number> | null;
  divergence: number | null;
}

export const measureQuality = (input: QualityInput): LayoutQuality => finish(qualitySteps(input));

/** measureQuality, in steps that are short for some thousand points. */
export function* qualitySteps({ graph, positions, vectors, groups, divergence }: QualityInput): Steps<LayoutQuality> {
  const layout = { neighbours: findPlaneNeighbours(positions, NEARBY), k: NEARBY };
  yield;
  return {
    neighboursKept: neighbourShare(graph, NEAREST, layout, NEAREST),
    neighboursFound: neighbourShare(graph, NEAREST, layout, NEARBY),
    neighboursTrue: neighbourShare(layout, NEAREST, graph, NEARBY),
    trustworthiness: vectors && (yield* trustworthinessSteps(vectors, layout, NEAREST)),
    sameGroup: groups && groupShare(layout, groups),
    divergence,
  };
}
