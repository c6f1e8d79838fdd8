import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { AppError, toAppError } from "@/lib/core/errors";
import { claimFile } from "./claim-file";
import { digestFile, type FileDigest } from "./digest-file";
import { fetchPart, type PartTransfer } from "./fetch-part";
import { findMismatch, type ExpectedFile } from "./find-mismatch";
import { PartFile } from "./part-file";
import { TransferFailure, type DownloadProblem } from "./transfer-failure";

export interface DownloadOptions {
  url: string;
  /** Where the file goes. Its folder is made. */
  to: string;
  expected?: ExpectedFile;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Called once, before the first request; not at all where the file is there already. */
  onStart?: () => void;
  /** Bytes so far, those of an earlier call counted in, and of the whole file where that is known. */
  onProgress?: (done: number, total: number | null) => void;
  /** What to do about a problem, in sentences, to end the error with. */
  mend?: (problem: DownloadProblem) => string;
  /** Seconds without a byte after which a server counts as dead. */
  stall?: number;
  /** Seconds before a broken connection is tried again; each further wait is twice as long. */
  pause?: number;
}

/**
 * Downloads a file, going on where an earlier call (of this process or another) stopped, and checks it as a whole.
 * Until it is there and right, only `<to>.part` and its notes exist. A file that is there and as expected costs no request.
 * @throws AppError `download_failed` naming the address, what happened and the mend; `conflict` while another process downloads it; `disk_full`; `cancelled`
 */
export async function downloadFile(options: DownloadOptions): Promise<FileDigest> {
  const { url, to, expected = {}, headers = {}, signal = new AbortController().signal, onStart, onProgress = () => undefined, stall = 30, pause = 1 } = options;
  const name = path.basename(to);
  try {
    const there = await findFinished(to, expected, signal);
    if (there) return there;
    await mkdir(path.dirname(to), { recursive: true });
    const release = await claimFile(to);
    try {
      onStart?.();
      return await fetchChecked({ url, part: await PartFile.open(to), expected, headers, signal, onProgress, stall, pause });
    } finally {
      await release();
    }
  } catch (error) {
    if (signal.aborted) throw new AppError("cancelled", `Stopped. What is there of ${name} is kept: run the same command again to go on.`, { cause: error });
    if (error instanceof TransferFailure) throw toDownloadError(name, url, error, options.mend);
    throw toAppError(error);
  }
}

/** The file, where it is there and as expected. */
async function findFinished(file: string, expected: ExpectedFile, signal: AbortSignal): Promise<FileDigest | null> {
  const found = await stat(file).catch(() => null);
  if (!found || (expected.bytes !== undefined && found.size !== expected.bytes)) return null;
  const digest = await digestFile(file, signal);
  return findMismatch(digest, expected) ? null : digest;
}

async function fetchChecked(transfer: PartTransfer): Promise<FileDigest> {
  const { part, expected, signal } = transfer;
  const builtUpon = await fetchPart(transfer);
  const digest = await digestFile(part.path, signal);
  const mismatch = findMismatch(digest, { bytes: part.origin?.total ?? undefined, ...expected });
  if (!mismatch) {
    await part.finish();
    return digest;
  }
  await part.remove();
  // What an earlier call left may be at fault: a computer that lost its power can keep a size without the contents.
  if (builtUpon) return fetchChecked(transfer);
  throw new TransferFailure(`another file came: ${mismatch}`, { kind: "other-file" });
}

/** "x.zip could not be fetched from https://… (reason). What to do." */
export function toDownloadError(name: string, url: string, failure: TransferFailure, mend?: (problem: DownloadProblem) => string): AppError {
  const told = [`${name} could not be fetched from ${url} (${failure.reason}).`, mend?.(failure.problem) ?? ""];
  return new AppError("download_failed", told.join(" ").trim(), { field: name, cause: failure });
}
