import { AppError } from "@/lib/core/errors";
import { JsonFault } from "./coco-document";
import { excerpt } from "./excerpt";

function reasonOf({ kind, byte, message }: JsonFault, where: string): string {
  if (kind === "cut off") return `ends in the middle, ${where}, at byte ${byte}: it is cut off. Download it again.`;
  if (kind === "too long") return `cannot be read on ${where}: ${message}, after byte ${byte}. Mend or remove that entry.`;
  return `is not valid JSON, ${where}, at byte ${byte} (${excerpt(message)}). Download it again.`;
}

/** What to say of JSON that fails after so many captions; any other failure as it is. */
export function jsonFailure(error: unknown, label: string, captions: number): unknown {
  if (!(error instanceof JsonFault)) return error;
  const where = captions === 0 ? "before the first caption" : `after caption ${captions}`;
  return new AppError("bad_input", `${label} ${reasonOf(error, where)}`, { cause: error });
}
