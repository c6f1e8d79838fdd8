import { FFT_LENGTHS } from "./fft";

/** A square grid on which a kernel is convolved with charges by Fourier transforms. */
export interface Grid {
  /** Length of the transforms: nodes, and empty room as far as the kernel reaches, so that a periodic convolution does not reach round. */
  length: number;
  /** Nodes along a side, an even number. */
  nodes: number;
  /** Distance between nodes, in units of the layout. */
  spacing: number;
}

/** The grid laid over a layout. */
export interface GridPlan extends Grid {
  /** The grid for what of the kernel reaches further than REACH nodes of this one; null where this one does all. */
  coarse: Grid | null;
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

/** Nodes after which the near part of the kernel ends, where a coarse grid has the far part. */
export const REACH = 32;

/** Nodes of a grid to one of its coarse grid. */
export const COARSENING = 8;

/** Longest transforms of a grid that does all: beyond, empty room for half of it costs more than a coarse grid. */
const LONGEST_ALONE = 384;

const LONGEST = FFT_LENGTHS[FFT_LENGTHS.length - 1]!;

const nodesOf = (length: number) => (length <= LONGEST_ALONE ? (length - ROOM) / 2 : length - ROOM - REACH);

/** The coarse grid reaches half a spline, less a node, beyond the nodes of the other. What it blurs next to the empty room is next to nothing, so the room is small. */
const coarseGrid = (length: number, spacing: number): Grid => ({ length: (2 * length) / COARSENING, nodes: length / COARSENING - 2, spacing: COARSENING * spacing });

/**
 * The same span always gives the same grid, so that a run that is taken up again computes what it would have computed.
 * @param span width or height of the layout, whichever is larger   @param widest spacing not to be passed, unless the largest grid is too small
 */
export function planGrid(span: number, widest: number): GridPlan {
  const [shortest] = FFT_LENGTHS;
  const length = FFT_LENGTHS.find((candidate) => span <= (nodesOf(candidate) - RIM) * widest) ?? LONGEST;
  const nodes = nodesOf(length);
  const needed = Math.max(span / (nodes - RIM), 1e-9);
  const steps = Math.ceil(Math.log(needed / widest) / Math.log(LADDER) - 1e-9);
  const spacing = length > shortest && needed <= widest ? widest : widest * LADDER ** steps;
  return { length, nodes, spacing, coarse: length <= LONGEST_ALONE ? null : coarseGrid(length, spacing) };
}

/** The largest of all grids. */
export const LARGEST_PLAN: GridPlan = { length: LONGEST, nodes: nodesOf(LONGEST), spacing: 1, coarse: coarseGrid(LONGEST, 1) };
