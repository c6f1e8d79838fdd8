import { parseContentRange } from "./content-range";
import type { OpenedUrl } from "./open-url";
import type { PartOrigin } from "./part-file";

/** What to do with an answer. */
export type Verdict =
  /** Its bytes follow those that are there. */
  | { kind: "append" }
  /** Its bytes are the whole file. */
  | { kind: "whole"; origin: PartOrigin }
  /** It fits neither: ask anew, for the whole file. */
  | { kind: "ask-for-all"; reason: string };

/** What If-Range may carry: a weak ETag says that two files mean the same, not that their bytes are equal. */
function validatorOf({ headers: { etag, "last-modified": modified } }: OpenedUrl): string | null {
  return etag && !etag.startsWith("W/") ? etag : (modified ?? null);
}

function lengthOf({ headers: { "content-length": length } }: OpenedUrl): number | null {
  return length !== undefined && /^\d+$/.test(length) ? Number(length) : null;
}

/**
 * Judges an answer by what was asked for.
 * @param have the bytes that are there, where the rest was asked for; null where all was
 */
export function judgeAnswer(answer: OpenedUrl, url: string, have: { bytes: number; origin: PartOrigin } | null): Verdict {
  if (answer.status === 200) return { kind: "whole", origin: { url, validator: validatorOf(answer), total: lengthOf(answer) } };
  const reason = `it answered ${answer.status} with "Content-Range: ${answer.headers["content-range"] ?? ""}"${have ? ` to a request for the bytes from ${have.bytes} on` : ""}`;
  const range = answer.status === 206 ? parseContentRange(answer.headers["content-range"]) : null;
  if (!have || !range) return { kind: "ask-for-all", reason };
  const { bytes, origin } = have;
  const length = lengthOf(answer);
  const fits = range.start === bytes && range.total === origin.total && range.end + 1 === range.total && (length === null || length === range.end + 1 - range.start);
  const validator = validatorOf(answer);
  return fits && (validator === null || validator === origin.validator) ? { kind: "append" } : { kind: "ask-for-all", reason };
}
