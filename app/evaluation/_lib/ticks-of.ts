import { scaleLinear } from "d3-scale";

const ABOUT = 5;

/** Round numbers from one to another. */
export const ticksOf = (from: number, to: number): number[] => scaleLinear([from, to], [0, 1]).ticks(ABOUT);
