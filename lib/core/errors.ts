/** What went wrong, as a stable word for programs. docs/api.md lists them. */
export type ErrorCode =
  | "invalid_parameter"
  | "invalid_setting"
  | "not_found"
  | "index_building"
  | "index_damaged"
  | "model_unavailable"
  | "bad_input"
  | "conflict"
  | "device_unavailable"
  | "disk_full"
  | "download_failed"
  | "unauthenticated"
  | "forbidden"
  | "too_many_attempts"
  | "gate_failed"
  | "memory_short"
  | "database_busy"
  | "cancelled"
  | "internal";

interface AppErrorOptions {
  /** The parameter, setting or file member that is at fault. */
  field?: string;
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

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.field = options.field ?? null;
  }
}

const DISK_FULL = new Set(["ENOSPC", "EDQUOT", "SQLITE_FULL"]);

function systemCode(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return null;
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  if (code && DISK_FULL.has(code)) return code;
  if ("message" in error && typeof error.message === "string" && /database or disk is full|ENOSPC/.test(error.message)) return "ENOSPC";
  return "cause" in error ? systemCode(error.cause) : code;
}

/** Any thrown value as an AppError: a full disk is named as such, the unexpected becomes `internal` with its cause kept. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Error && error.name === "AbortError") return new AppError("cancelled", "Stopped.", { cause: error });
  if (DISK_FULL.has(systemCode(error) ?? "")) {
    return new AppError("disk_full", "The disk is full. Free some space, or set KOTOMAP_DATA_DIR to a folder on another disk, and run the same command again: it goes on where it stopped.", { cause: error });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new AppError("internal", message, { cause: error });
}
