import { AppError, toAppError, type ErrorCode } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";

const STATUS: Record<ErrorCode, number> = {
  invalid_parameter: 400,
  bad_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gate_failed: 409,
  too_many_attempts: 429,
  too_many_requests: 429,
  invalid_setting: 500,
  internal: 500,
  download_failed: 502,
  index_building: 503,
  index_damaged: 503,
  layout_damaged: 503,
  model_unavailable: 503,
  device_unavailable: 503,
  memory_short: 503,
  overloaded: 503,
  database_busy: 503,
  database_damaged: 503,
  database_unavailable: 503,
  not_permitted: 503,
  cancelled: 503,
  disk_full: 507,
};

function toResponse(error: AppError): Response {
  const { code, message, field } = error;
  const told = code === "internal" ? "Something went wrong on the server; its log says what." : message;
  return Response.json({ error: { code, message: told, field } }, { status: STATUS[code], headers: headersOf(error) });
}

/** When to come back, and for a 401 how to sign in (RFC 9110 asks for it). */
function headersOf({ code, retryAfter }: AppError): HeadersInit {
  const seconds = retryAfter ?? (STATUS[code] === 503 ? 2 : null);
  return { "Cache-Control": "no-store", ...(seconds !== null && { "Retry-After": String(seconds) }), ...(code === "unauthenticated" && { "WWW-Authenticate": "Bearer" }) };
}

/** What no log needs to tell: nothing is broken. */
const EXPECTED = new Set<ErrorCode>(["index_building", "overloaded", "cancelled"]);

/** What Next.js aborts a request's signal with when its client has gone. */
const hasClientGone = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === "ResponseAborted";

/** Runs a route: its result as JSON, its errors as {error: {code, message, field}} with the status of their kind. */
export async function respond<T>(work: () => Promise<T>, status: (result: T) => number = () => 200): Promise<Response> {
  try {
    const result = await work();
    return result instanceof Response ? result : Response.json(result, { status: status(result), headers: { "Cache-Control": "no-store" } });
  } catch (thrown) {
    const error = hasClientGone(thrown) ? new AppError("cancelled", "Nobody waits for the answer any more.") : toAppError(thrown);
    if (STATUS[error.code] >= 500 && !EXPECTED.has(error.code)) logger().error({ err: thrown }, "a request failed");
    return toResponse(error);
  }
}
