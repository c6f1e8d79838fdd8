import path from "node:path";
import { AppError } from "@/lib/core/errors";

interface FaultOptions {
  /** What to do about it, a sentence without its full stop. */
  mend: string;
  cause?: unknown;
}

/** A model that cannot be used. @param place its folder, or the file at fault; the fault follows it in the message */
export function modelFault(place: string, fault: string, { mend, cause }: FaultOptions): AppError {
  return new AppError("model_unavailable", `The model cannot be used: ${place} ${fault}. ${mend}.`, { field: path.basename(place), cause });
}
