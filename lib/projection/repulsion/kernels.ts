/** A function of the distance of two points. */
export interface Kernel {
  /** @param square of the distance, in units of the layout */
  valueAt: (square: number) => number;
  /** Whether it changes little from node to node. */
  smooth: boolean;
}

export const WHOLE: Kernel = { valueAt: (square) => 1 / (1 + square), smooth: false };

// 1/(1 + d²) in two parts: beyond `reach` the far part is all of it; within, it is the Taylor polynomial of third degree in d² about reach², and so smooth
// on that scale. The remainder of this polynomial, which is the near part, has a closed form.
// Source: D. Hardy et al., Multilevel summation method for electrostatic force evaluation, J. Chem. Theory Comput. 11 (2015).

/** Share of the near part. */
function nearShare(square: number, reach: number): number {
  const limit = reach * reach;
  return square < limit ? ((limit - square) / (1 + limit)) ** 4 : 0;
}

/** What reaches no further than `reach`. */
export const nearPart = (reach: number): Kernel => ({ valueAt: (square) => nearShare(square, reach) / (1 + square), smooth: false });

/** What is left of it: smooth on the scale of `reach`. */
export const farPart = (reach: number): Kernel => ({ valueAt: (square) => (1 - nearShare(square, reach)) / (1 + square), smooth: true });
