import { boundsOf } from "../bounds";
import { createGridMemory, GridRepulsion, originOf } from "../repulsion/grid-repulsion";
import { type GridPlan, planGrid, widestSpacing } from "../repulsion/grid-plan";
import { gatherPotential } from "../repulsion/spline-grid";

/** Points up to which summing over all is as quick as a grid. */
const FEW = 500;

export interface Potential {
  /** Σ 1/(1 + d²) over the points of the layout. */
  value: number;
  /** Its gradient. */
  x: number;
  y: number;
}

/** The potential of a layout at any place within it: made once, and then asked for as many new points as there are. */
export class PotentialField {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
  private readonly plan: GridPlan | null = null;
  private readonly field: Float64Array = new Float64Array(0);
  private readonly place = new Float64Array(2);
  private readonly value = new Float64Array(1);
  private readonly gradient = new Float64Array(2);

  /** @param positions n × 2, not empty, all finite   @param spacing of the grid, where it need not be as fine as that of a t-SNE */
  constructor(private readonly positions: Float64Array, spacing = widestSpacing(positions.length / 2)) {
    const { left, right, low, high } = boundsOf(positions);
    [this.left, this.right, this.low, this.high] = [left, right, low, high];
    if (positions.length / 2 <= FEW) return;
    this.plan = planGrid(Math.max(right - left, high - low), spacing);
    const memory = createGridMemory(false, this.plan);
    const nothing = new Float64Array(0);
    new GridRepulsion(memory, 0, 1, () => undefined).compute(positions, this.plan, (left + right) / 2, (low + high) / 2, 0, 0, nothing, nothing);
    this.field = memory.fine.field;
  }

  contains(x: number, y: number): boolean {
    return x >= this.left && x <= this.right && y >= this.low && y <= this.high;
  }

  /** @param x,y within the layout's bounds */
  at(x: number, y: number): Potential {
    if (!this.plan) return this.sum(x, y);
    const { place, value, gradient, plan } = this;
    place[0] = x;
    place[1] = y;
    gatherPotential(this.field, plan.nodes, place, originOf(plan, (this.left + this.right) / 2), originOf(plan, (this.low + this.high) / 2), 1 / plan.spacing, 0, 1, gradient, value);
    // Between far points rounding may leave a little less than nothing.
    return { value: Math.max(value[0]!, 1e-9), x: gradient[0]!, y: gradient[1]! };
  }

  private sum(x: number, y: number): Potential {
    const { positions } = this;
    const potential = { value: 0, x: 0, y: 0 };
    for (let i = 0; i < positions.length; i += 2) {
      const dx = x - positions[i]!;
      const dy = y - positions[i + 1]!;
      const q = 1 / (1 + dx * dx + dy * dy);
      potential.value += q;
      potential.x -= 2 * q * q * dx;
      potential.y -= 2 * q * q * dy;
    }
    return potential;
  }
}
