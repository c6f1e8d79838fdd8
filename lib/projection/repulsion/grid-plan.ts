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

/** The kernel 1/(1 + d²) is curved on the scale of 1. Up to this spacing cubic splines follow it closely enough that layouts are as good as with the exact sum. */
export const LARGEST_SPACING = 0.5;

/** Spacings of small layouts step by this factor, so that a growing layout needs another kernel now and then only. */
const LADDER = 2 ** (1 / 8);

/** Nodes at each side that splines reach beyond the outermost point, together. */
const RIM = 4;

/** The inverse of a cubic spline rings off by a factor of 0.27 a node: after eight nodes of room nothing of the other side is left. */
const ROOM = 8;

const nodesOf = (length: number) => (length - ROOM) / 2;

/** The same span always gives the same grid, so that a run that is taken up again computes what it would have computed. */
export function planGrid(span: number): GridPlan {
  const [smallest] = FFT_LENGTHS;
  const widest = FFT_LENGTHS[FFT_LENGTHS.length - 1]!;
  const length = FFT_LENGTHS.find((candidate) => candidate >= smallest && span <= (nodesOf(candidate) - RIM) * LARGEST_SPACING) ?? widest;
  const nodes = nodesOf(length);
  const needed = Math.max(span / (nodes - RIM), 1e-9);
  if (length > smallest && needed <= LARGEST_SPACING) return { length, nodes, spacing: LARGEST_SPACING };
  const steps = Math.ceil(Math.log(needed / LARGEST_SPACING) / Math.log(LADDER) - 1e-9);
  return { length, nodes, spacing: LARGEST_SPACING * LADDER ** steps };
}

/** Lengths of transforms that a layout may come to need: the nodes of the largest grid decide how much memory may be touched. */
export const LARGEST_NODES = nodesOf(FFT_LENGTHS[FFT_LENGTHS.length - 1]!);
