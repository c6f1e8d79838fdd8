import { FFT_LENGTHS } from "./fft";

/** A square grid laid over a layout. */
export interface GridPlan {
  /** Length of the transforms: the grid, and as much empty room, so that a periodic convolution does not reach round. */
  length: number;
  /** Nodes along a side, an even number. */
  nodes: number;
  /** Distance between nodes, in units of the layout. */
  spacing: number;
}

/**
 * The widest spacing with which layouts come out as good as openTSNE's (docs/decisions has figures). The kernel 1/(1 + d²) is curved on the scale of 1;
 * what a grid blurs is the repulsion of points much closer than that, of which layouts of few points, with groups far apart, have more.
 */
export function widestSpacing(count: number): number {
  if (count < 10_000) return 0.35;
  return count < 50_000 ? 0.4 : 0.5;
}

/** Spacings of small layouts step by this factor, so that a growing layout needs another kernel now and then only. */
const LADDER = 2 ** (1 / 8);

/** Nodes at each side that splines reach beyond the outermost point, together. */
const RIM = 4;

/** The inverse of a cubic spline rings off by a factor of 0.27 a node: after eight nodes of room nothing of the other side is left. */
const ROOM = 8;

const LARGEST = FFT_LENGTHS[FFT_LENGTHS.length - 1]!;

const nodesOf = (length: number) => (length - ROOM) / 2;

/**
 * The same span always gives the same grid, so that a run that is taken up again computes what it would have computed.
 * @param span width or height of the layout, whichever is larger   @param widest spacing not to be passed, unless the largest grid is too small
 */
export function planGrid(span: number, widest: number): GridPlan {
  const [smallest] = FFT_LENGTHS;
  const length = FFT_LENGTHS.find((candidate) => span <= (nodesOf(candidate) - RIM) * widest) ?? LARGEST;
  const nodes = nodesOf(length);
  const needed = Math.max(span / (nodes - RIM), 1e-9);
  if (length > smallest && needed <= widest) return { length, nodes, spacing: widest };
  const steps = Math.ceil(Math.log(needed / widest) / Math.log(LADDER) - 1e-9);
  return { length, nodes, spacing: widest * LADDER ** steps };
}

/** Nodes along a side of the largest grid. */
export const LARGEST_NODES = nodesOf(LARGEST);

/** Frequencies kept of a row of `nodes` nodes: half of a transform's length, and one. */
export const spectrumWidth = (nodes: number): number => nodes + ROOM / 2 + 1;
