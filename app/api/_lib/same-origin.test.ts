import { describe, expect, it } from "vitest";
import { requireSameOrigin } from "./same-origin";

const passes = (headers: Record<string, string>) => {
  try {
    requireSameOrigin({ headers: new Headers({ host: "koto.example:3000", ...headers }) } as Request);
    return true;
  } catch {
    return false;
  }
};

describe("requireSameOrigin", () => {
  it.each([
    [true, "a program", {}],
    [true, "a page of this server over plain http", { origin: "http://koto.example:3000" }],
    [true, "a page of this server behind a proxy that changes the host", { origin: "https://public.example", "sec-fetch-site": "same-origin" }],
    [false, "another host", { origin: "http://evil.example" }],
    [false, "another port", { origin: "http://koto.example:3001" }],
    [false, "a page without an origin", { origin: "null" }],
    [false, "another site", { origin: "http://koto.example:3000", "sec-fetch-site": "cross-site" }],
    [false, "another app on the same machine", { origin: "http://koto.example:3000", "sec-fetch-site": "same-site" }],
  ])("gives %s for %s", (expected, _, headers) => {
    expect(passes(headers as Record<string, string>)).toBe(expected);
  });
});
