import { AppError } from "@/lib/core/errors";

/** Points as rows of a matrix. */
export interface Vectors {
  /** n × dimensions, row-major. */
  values: Float32Array;
  dimensions: number;
}

export const countOf = ({ values, dimensions }: Vectors): number => values.length / dimensions;

/** @throws AppError `bad_input` where values do not make whole rows, or one is NaN or infinite, naming its row */
export function checkVectors({ values, dimensions }: Vectors): void {
  if (!(dimensions >= 1) || values.length % dimensions !== 0) throw new AppError("bad_input", `${values.length} values do not make rows of ${dimensions} dimensions.`);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!)) throw new AppError("bad_input", `Vector ${Math.floor(i / dimensions)} holds ${values[i]} and cannot be laid out. npm run check finds damaged vectors.`);
  }
}
