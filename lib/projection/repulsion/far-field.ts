import { CoarseTransfer } from "./coarse-transfer";
import { Convolution, type ConvolutionMemory } from "./convolution";
import { type GridPlan, REACH } from "./grid-plan";
import { farPart } from "./kernels";

/** The potential of the kernel's far part, on the coarse grid of a plan. One object a thread. */
export class FarField {
  private readonly convolution: Convolution;
  private transfer: CoarseTransfer | null = null;
  private plan: GridPlan | null = null;

  /** @param fineField field of the fine grid   @param part which of the `parts` threads this is   @param barrier has all threads wait for each other */
  constructor(private readonly fineField: Float64Array, private readonly memory: ConvolutionMemory, part: number, parts: number, private readonly barrier: () => void) {
    this.convolution = new Convolution(memory, part, parts, barrier);
  }

  /** @returns whether the plan has a coarse grid */
  prepare(plan: GridPlan): boolean {
    if (plan.coarse === null) return false;
    this.convolution.prepare(plan.coarse, farPart(REACH * plan.spacing));
    if (plan.length !== this.plan?.length) this.transfer = new CoarseTransfer(plan, plan.coarse);
    this.plan = plan;
    return true;
  }

  /** Takes the charges of the fine grid, all of whose rows have to be there. */
  collect(): void {
    this.transfer?.restrict(this.fineField, this.memory.field, ...this.convolution.rows);
    this.convolution.transformRows();
  }

  /** Adds the potential to rows of the fine grid, when all threads have collected. */
  addTo(firstRow: number, endRow: number): void {
    this.convolution.convolveColumns();
    this.barrier();
    this.convolution.invertRows();
    this.barrier();
    this.transfer?.prolong(this.memory.field, this.fineField, firstRow, endRow);
  }
}
