import { COARSENING, type Grid } from "./grid-plan";

// A cubic B-spline of a coarse grid is a sum of splines of the fine one. So charges that were spread over fine nodes can be collected on coarse ones as
// if they had been spread there, and a potential on coarse nodes is, on fine ones, read as if it were read there. Nothing is lost either way.

/** The first coarse node stands as many fine nodes before the first fine one. */
const MARGIN = COARSENING - 1;

/** Fine nodes to each side of a coarse one that its spline reaches, and of which it no longer consists. */
const REACHED = 2 * COARSENING;

/** Weights of the fine splines from −REACHED to REACHED. */
const WEIGHTS = splineWeights();

/** Four box functions of COARSENING nodes, one over the other. */
function splineWeights(): Float64Array {
  let weights = [COARSENING];
  for (let box = 0; box < 4; box++) {
    const wider = new Array<number>(weights.length + COARSENING - 1).fill(0);
    weights.forEach((weight, at) => {
      for (let k = 0; k < COARSENING; k++) wider[at + k]! += weight / COARSENING;
    });
    weights = wider;
  }
  const centred = new Float64Array(2 * REACHED + 1);
  centred.set(weights, (centred.length - weights.length) / 2);
  return centred;
}

/** Moves between the nodes of two grids, some rows at a time. */
export class CoarseTransfer {
  /** A row of fine nodes, with as many more on both sides as the outermost coarse nodes reach. */
  private readonly fineLine: Float64Array;
  /** A row of coarse nodes, with one before and two behind. */
  private readonly coarseLine: Float64Array;

  /** @param fine,coarse grids of one plan */
  constructor(private readonly fine: Grid, private readonly coarse: Grid) {
    this.fineLine = new Float64Array(COARSENING * coarse.nodes + 2 * REACHED);
    this.coarseLine = new Float64Array(coarse.nodes + 3);
  }

  /** Collects charges. @param from fine nodes, all rows   @param to coarse nodes: gets the rows from `first` to `end` */
  restrict(from: Float64Array, to: Float64Array, first: number, end: number): void {
    const { fineLine, fine, coarse } = this;
    for (let row = first; row < end; row++) {
      fineLine.fill(0);
      const top = COARSENING * row - MARGIN - REACHED;
      for (let r = Math.max(0, top); r < Math.min(fine.nodes, top + WEIGHTS.length); r++) addScaled(fineLine, MARGIN + REACHED, from, r * fine.nodes, fine.nodes, WEIGHTS[r - top]!);
      for (let column = 0; column < coarse.nodes; column++) {
        let sum = 0;
        for (let k = 0, at = COARSENING * column; k < WEIGHTS.length; k++, at++) sum += fineLine[at]! * WEIGHTS[k]!;
        to[row * coarse.nodes + column] = sum;
      }
    }
  }

  /** Adds a potential. @param from coarse nodes, all rows   @param to fine nodes: the rows from `first` to `end` are added to */
  prolong(from: Float64Array, to: Float64Array, first: number, end: number): void {
    const { coarseLine, fine, coarse } = this;
    for (let row = first; row < end; row++) {
      coarseLine.fill(0);
      const near = Math.floor((row + MARGIN) / COARSENING);
      for (let r = Math.max(0, near - 1); r < Math.min(coarse.nodes, near + 3); r++) addScaled(coarseLine, 1, from, r * coarse.nodes, coarse.nodes, WEIGHTS[row + MARGIN - COARSENING * r + REACHED]!);
      addInterpolated(coarseLine, to, row * fine.nodes, fine.nodes);
    }
  }
}

function addScaled(to: Float64Array, at: number, from: Float64Array, start: number, length: number, factor: number): void {
  for (let i = 0; i < length; i++) to[at + i]! += factor * from[start + i]!;
}

/** Adds to a row of fine nodes what a row of coarse ones makes there: four of them reach each. */
function addInterpolated(coarseLine: Float64Array, to: Float64Array, start: number, length: number): void {
  for (let node = 0, phase = MARGIN, c = 0; node < length; c++, phase = 0) {
    const before = coarseLine[c]!, at = coarseLine[c + 1]!, next = coarseLine[c + 2]!, last = coarseLine[c + 3]!;
    for (; phase < COARSENING && node < length; phase++, node++) {
      to[start + node]! += before * WEIGHTS[phase + 3 * COARSENING]! + at * WEIGHTS[phase + 2 * COARSENING]! + next * WEIGHTS[phase + COARSENING]! + last * WEIGHTS[phase]!;
    }
  }
}
