interface AdminRequest {
  method?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** What proves that the request comes from our own pages; null before there is a session. */
  csrf: string | null;
}

interface Refusal {
  code: string;
  /** The field of the body that is at fault. */
  field: string | null;
  /** Seconds after which it is worth trying again. */
  retryAfter: number | null;
}

/** A refusal of the API, with its message and the field that it names. */
export class AdminRefusal extends Error {
  constructor(message: string, readonly refusal: Refusal) {
    super(message);
    this.name = "AdminRefusal";
  }
}

/** No answer came. */
export class ServerUnreachable extends Error {
  constructor(cause: unknown) {
    super("The server cannot be reached.", { cause });
    this.name = "ServerUnreachable";
  }
}

/**
 * Asks the API and gives its answer, null where that is empty. Where the session has ended, the page is loaded anew, which leads to signing in.
 * @param path as /api/v1/admin/jobs
 * @throws AdminRefusal with the API's message, ServerUnreachable
 */
export async function adminFetch<T = unknown>(path: string, { method = "GET", body, csrf }: AdminRequest): Promise<T> {
  const headers = { ...(csrf !== null && { "X-Kotomap-CSRF": csrf }), ...(body !== undefined && { "Content-Type": "application/json" }) };
  const response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), cache: "no-store" }).catch((cause: unknown) => {
    throw new ServerUnreachable(cause);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  if (response.status === 401 && csrf !== null) location.reload();
  const { message, code, field } = (answer as { error?: { message?: string; code?: string; field?: string } } | null)?.error ?? {};
  throw new AdminRefusal(message ?? `The server answered ${response.status}.`, { code: code ?? "internal", field: field ?? null, retryAfter: Number(response.headers.get("retry-after")) || null });
}
