/** What the API refuses, with its code and message. */
export class MapRefusal extends Error {
  constructor(message: string, readonly code: string) {
    super(message);
    this.name = "MapRefusal";
  }
}

type Parameters = Record<string, string | number | null | undefined>;

/** The address of a resource of a layout. @param rest as "query" or "export" */
export function layoutAddress(layout: string, rest: string, parameters: Parameters = {}): string {
  return withParameters(`/api/v1/map/layouts/${encodeURIComponent(layout)}/${rest}`, parameters);
}

/** Leaves out what is null or not said. */
export function withParameters(path: string, parameters: Parameters): string {
  const given = Object.entries(parameters).flatMap(([name, value]): [string, string][] => (value === null || value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/**
 * Asks the API. A selection may be too long for an address: the API then says so.
 * @throws MapRefusal; code "unreachable" where no answer comes
 */
export async function askMap(address: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new MapRefusal("The server cannot be reached.", "unreachable");
  });
  if (response.ok) return response;
  const { error } = (await response.json().catch(() => ({}))) as { error?: { code?: string; message?: string } };
  throw new MapRefusal(error?.message ?? `The server answered ${response.status}.`, error?.code ?? "internal");
}
