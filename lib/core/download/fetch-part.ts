import type { ExpectedFile } from "./find-mismatch";
import { judgeAnswer } from "./judge-answer";
import { keepTrying } from "./keep-trying";
import { openUrl, type OpenedUrl } from "./open-url";
import type { PartFile, PartOrigin } from "./part-file";
import { failureOfError, TransferFailure } from "./transfer-failure";

export interface PartTransfer {
  url: string;
  part: PartFile;
  expected: ExpectedFile;
  headers: Record<string, string>;
  signal: AbortSignal;
  onProgress: (done: number, total: number | null) => void;
  /** Seconds without a byte after which a server counts as dead. */
  stall: number;
  /** Seconds before the second try. */
  pause: number;
}

/**
 * Brings a part to its full length, over as many connections as it takes.
 * @returns whether bytes of an earlier call were built upon
 * @throws TransferFailure; the part then holds what came, for the next call to go on from
 */
export async function fetchPart(transfer: PartTransfer): Promise<boolean> {
  const { part } = transfer;
  let ranges = true;
  let builtUpon = part.bytes > 0;
  const once = async () => {
    const have = ranges ? findStart(transfer) : null;
    const answer = await openUrl(transfer.url, { ...transfer, headers: { ...transfer.headers, ...rangeHeaders(have) } });
    const verdict = judgeAnswer(answer, transfer.url, have);
    if (verdict.kind === "ask-for-all") {
      answer.body.on("error", () => undefined).destroy();
      ranges = false;
      throw new TransferFailure(verdict.reason, { kind: "no-answer" }, { passing: have !== null });
    }
    if (verdict.kind === "whole") {
      await beginAnew(transfer, answer, verdict.origin);
      builtUpon = false;
    }
    await receive(transfer, answer);
  };
  if (findStart(transfer)?.missing !== 0) await keepTrying(once, () => part.bytes, transfer);
  return builtUpon;
}

/** What can be built upon: a server is told what the bytes here belong to, or the hash of the whole will tell. Null where nothing can. */
function findStart({ url, part: { origin, bytes }, expected }: PartTransfer): { bytes: number; missing: number; origin: PartOrigin } | null {
  if (bytes === 0 || !origin || origin.url !== url || origin.total === null || bytes > origin.total) return null;
  const provable = origin.validator !== null || expected.sha256 !== undefined || expected.gitBlob !== undefined;
  return provable ? { bytes, missing: origin.total - bytes, origin } : null;
}

function rangeHeaders(have: { bytes: number; origin: PartOrigin } | null): Record<string, string> {
  if (!have) return {};
  return { range: `bytes=${have.bytes}-`, ...(have.origin.validator === null ? {} : { "if-range": have.origin.validator }) };
}

/** Refuses what cannot be the file before the bytes that are there are given up for it. */
async function beginAnew({ part, expected }: PartTransfer, { headers, body }: OpenedUrl, origin: PartOrigin): Promise<void> {
  const page = /^(text\/html|application\/xhtml)/i.test(headers["content-type"] ?? "") ? "a web page came in place of the file, as the login page of a network does" : null;
  const size = expected.bytes !== undefined && origin.total !== null && origin.total !== expected.bytes ? `another file came: it has ${origin.total} bytes in place of ${expected.bytes}` : null;
  if (page ?? size) {
    body.on("error", () => undefined).destroy();
    throw new TransferFailure(page ?? size ?? "", { kind: page ? "no-answer" : "other-file" });
  }
  await part.restart(origin);
}

async function receive({ part, expected, onProgress, stall, signal }: PartTransfer, { body }: OpenedUrl): Promise<void> {
  const total = part.origin?.total ?? expected.bytes ?? null;
  onProgress(part.bytes, total);
  try {
    await part.append(body, (bytes) => {
      if (total !== null && bytes > total) throw new TransferFailure(`another file came: it has more than ${total} bytes`, { kind: "other-file" });
      onProgress(bytes, total);
    });
  } catch (error) {
    signal.throwIfAborted();
    const failure = failureOfError(error, stall);
    if (failure instanceof TransferFailure && failure.problem.kind === "other-file") await part.remove();
    throw failure;
  }
  if (total !== null && part.bytes < total) throw new TransferFailure("the connection was cut", { kind: "no-answer" }, { passing: true });
}
