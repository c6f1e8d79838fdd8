import { STATUS_CODES } from "node:http";
import { errors } from "undici";

/** What stood in the way of a download, for who has to say what to do about it. */
export type DownloadProblem =
  /** No answer of the server itself, or one that broke off again and again: offline, moved, a login page in between. */
  | { kind: "no-answer" }
  | { kind: "status"; status: number; headers: Record<string, string | string[] | undefined> }
  /** Something else came than what was asked for. */
  | { kind: "other-file" };

interface Chances {
  /** Whether the same request may well succeed in a moment. */
  passing?: boolean;
  /** Whether it may where a connection worked before: a network that has just gone away. */
  passingOnce?: boolean;
}

/** Why a transfer ended, to stand in brackets behind the address. */
export class TransferFailure extends Error {
  constructor(
    readonly reason: string,
    readonly problem: DownloadProblem,
    readonly chances: Chances = {},
    cause?: unknown,
  ) {
    super(reason, { cause });
    this.name = "TransferFailure";
  }
}

const PASSING_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);

const meanings: Record<number, string> = { 401: "access was denied", 403: "access was denied", 404: "there is nothing at this address", 410: "it was taken away", 429: "too many requests" };

export function failureOfStatus(status: number, headers: Record<string, string | string[] | undefined>): TransferFailure {
  const meaning = meanings[status] ?? (status >= 500 ? "the server failed" : "an answer that was not expected");
  return new TransferFailure(`${meaning}: ${status} ${STATUS_CODES[status] ?? ""}`.trimEnd(), { kind: "status", status, headers }, { passing: PASSING_STATUS.has(status) });
}

/** Connections that ended early: trying again helps more often than not. */
const CUT = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET", "UND_ERR_RES_CONTENT_LENGTH_MISMATCH"]);
/** No way to the server. At first this machine is offline or the address wrong; later the network has gone. */
const NO_WAY = new Set(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ENETUNREACH", "EHOSTUNREACH", "ENETDOWN", "ECONNABORTED"]);

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "");

/** An error of the network as a failure, any other (disk, stop) as it is. @param stall seconds without a byte */
export function failureOfError(error: unknown, stall: number): unknown {
  if (error instanceof TransferFailure) return error;
  const fail = (reason: string, chances: Chances) => new TransferFailure(reason, { kind: "no-answer" }, chances, error);
  if (error instanceof errors.HeadersTimeoutError) return fail(`no answer within ${stall} s`, { passing: true });
  if (error instanceof errors.BodyTimeoutError) return fail(`it stopped sending: no byte within ${stall} s`, { passing: true });
  if (error instanceof errors.ConnectTimeoutError || codeOf(error) === "ETIMEDOUT") return fail("no connection in time", { passing: true });
  if (error instanceof errors.UndiciError && /redirect/i.test(error.message)) return fail("its redirects lead in a circle, or there are too many", {});
  if (CUT.has(codeOf(error))) return fail("the connection was cut", { passing: true });
  if (NO_WAY.has(codeOf(error))) return fail(firstMessage(error), { passingOnce: true });
  // The rest of undici's errors, and TLS ones, are answers that make no sense or cannot be trusted.
  if (error instanceof errors.UndiciError || /^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_SSL|HPE_)/.test(codeOf(error))) return fail(firstMessage(error), {});
  return error;
}

/** With several addresses to a name, the error of all is an AggregateError without words. */
function firstMessage(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return firstMessage(error.errors[0]);
  return error instanceof Error ? error.message || codeOf(error) : String(error);
}
