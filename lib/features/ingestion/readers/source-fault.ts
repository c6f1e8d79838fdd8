import { AppError } from "@/lib/core/errors";
import type { FileSource } from "./file-source";

/** What to say of a failure while reading: a file altered meanwhile comes before what that led to. */
export async function sourceFault(source: FileSource, error: unknown): Promise<AppError> {
  if (error instanceof AppError && error.code === "cancelled") return error;
  const alteration = await source.alteration().catch(() => null);
  if (alteration) return new AppError("bad_input", `${source.path} was ${alteration} while it was being read. Start again once it stays as it is.`, { cause: error });
  if (error instanceof AppError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new AppError("bad_input", `${source.path} could not be read (${detail}). Check the disk, or download it again.`, { cause: error });
}
