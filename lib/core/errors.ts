import { findSystemFault } from "./system-fault";

/** What went wrong, as a stable word for programs. docs/api.md lists them. */
export type ErrorCode =
  | "invalid_parameter"
  | "invalid_setting"
  | "not_found"
  | "index_building"
  | "index_damaged"
  | "layout_damaged"
  | "model_unavailable"
  | "bad_input"
  | "conflict"
  | "device_unavailable"
  | "disk_full"
  | "download_failed"
  | "unauthenticated"
  | "forbidden"
  | "too_many_attempts"
  | "too_many_requests"
  | "gate_failed"
  | "memory_short"
  | "overloaded"
  | "database_busy"
  | "database_damaged"
  | "database_unavailable"
  | "not_permitted"
  | "cancelled"
  | "internal";

interface AppErrorOptions {
  /** The parameter, setting or file member that is at fault. */
  field?: string;
  /** Seconds after which it is worth trying again. */
  retryAfter?: number;
  cause?: unknown;
}

const BRAND = Symbol.for("kotomap.AppError");

/** An error meant to be read: the message names the thing and the mend. */
export class AppError extends Error {
  /** Next.js bundles this class several times; an error of one copy is one for all. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  readonly [BRAND] = true;
  readonly code: ErrorCode;
  readonly field: string | null;
  readonly retryAfter: number | null;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.field = options.field ?? null;
    this.retryAfter = options.retryAfter ?? null;
  }
}

/** Any thrown value as an AppError: what disk, file rights or database refused is named as such, the unexpected becomes `internal` with its cause kept. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Error && error.name === "AbortError") return new AppError("cancelled", "Stopped.", { cause: error });
  const fault = findSystemFault(error);
  if (fault) return new AppError(fault.code, fault.message, { cause: error });
  const message = error instanceof Error ? error.message : String(error);
  return new AppError("internal", message, { cause: error });
}
