import { inject } from "vitest";

export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
}

/** GET of a path of the running server. */
export async function get<T>(path: string): Promise<Answer<T>> {
  const response = await fetch(inject("baseUrl") + path, { redirect: "manual" });
  return { status: response.status, body: (await response.json()) as T, headers: response.headers };
}

export const searchPath = (parameters: Record<string, string | number>) =>
  `/api/v1/search?${new URLSearchParams(Object.entries(parameters).map(([key, value]): [string, string] => [key, String(value)])).toString()}`;

export interface ErrorBody {
  error: { code: string; message: string; field: string | null };
}
