import { Convolution, type ConvolutionMemory, createConvolutionMemory } from "./convolution";
import { FarField } from "./far-field";
import { type Grid, type GridPlan, LARGEST_PLAN, REACH } from "./grid-plan";
import { nearPart, WHOLE } from "./kernels";
import { gatherPotential, spreadCharges } from "./spline-grid";

/** What all threads share of the grids. */
export interface GridMemory {
  fine: ConvolutionMemory;
  /** Null where no plan needs it. */
  coarse: ConvolutionMemory | null;
}

/** The first node, along one axis, of a grid around `centre`. */
export const originOf = ({ nodes, spacing }: Grid, centre: number): number => centre - ((nodes - 1) / 2) * spacing;

/** Memory for a plan and all smaller ones, for any where none is given. What is never touched takes no memory. */
export function createGridMemory(shared: boolean, plan: GridPlan = LARGEST_PLAN): GridMemory {
  return { fine: createConvolutionMemory(plan, shared), coarse: plan.coarse && createConvolutionMemory(plan.coarse, shared) };
}

/**
 * The repulsion of t-SNE for many points: each is a charge, spread by cubic B-splines over the nodes of a grid; the potential Σ 1/(1 + d²) of all charges
 * is a convolution on the grid, done by Fourier transforms; its value and gradient at a point are read from the same splines.
 * On large grids a coarse grid convolves with what of the kernel reaches far, so that the fine one needs no more empty room than the near part reaches.
 * The cost grows with points plus the area of the layout. Each thread has an object of its own and does its share of rows, columns and points;
 * `barrier` has all of them wait for each other. Every number is computed by one thread in one order, so the result does not depend on their number.
 *
 * Sources: G. Linderman et al., Fast interpolation-based t-SNE for improved visualization of single-cell RNA-seq data, Nature Methods 16 (2019);
 * U. Essmann et al., A smooth particle mesh Ewald method, J. Chem. Phys. 103 (1995). Unlike the former, which convolves four charges with
 * piecewise polynomials, the force is the gradient of one potential, as in the latter.
 */
export class GridRepulsion {
  private readonly fine: Convolution;
  private readonly farField: FarField | null;

  /** @param part which of the `parts` threads this is */
  constructor(private readonly memory: GridMemory, part: number, parts: number, private readonly barrier: () => void) {
    this.fine = new Convolution(memory.fine, part, parts, barrier);
    this.farField = memory.coarse && new FarField(memory.fine.field, memory.coarse, part, parts, barrier);
  }

  /**
   * Computes, for the points from `first` to `end`, the potential of all points (its own charge, 1, included) and its gradient.
   * @param positions all points, x and y in turn   @param plan a grid at least as wide as the layout
   * @param centreX middle of the layout
   * @param gradient gets the potential's gradient, x and y in turn
   * @param potential gets its value
   */
  compute(positions: Float64Array, plan: GridPlan, centreX: number, centreY: number, first: number, end: number, gradient: Float64Array, potential: Float64Array): void {
    const { fine, memory: { fine: { field } } } = this;
    const { nodes, spacing } = plan;
    const originX = originOf(plan, centreX);
    const originY = originOf(plan, centreY);
    fine.prepare(plan, plan.coarse ? nearPart(REACH * spacing) : WHOLE);
    const far = this.farField?.prepare(plan) ? this.farField : null;
    const [firstRow, endRow] = fine.rows;
    spreadCharges(field, nodes, positions, originX, originY, 1 / spacing, firstRow, endRow);
    fine.transformRows();
    this.barrier();
    fine.convolveColumns();
    far?.collect();
    this.barrier();
    fine.invertRows();
    far?.addTo(firstRow, endRow);
    this.barrier();
    gatherPotential(field, nodes, positions, originX, originY, 1 / spacing, first, end, gradient, potential);
  }
}
