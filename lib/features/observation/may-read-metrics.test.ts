import { expect, it } from "vitest";
import { requireMetricsReader } from "./may-read-metrics";

const here = { address: "127.0.0.1", isForwarded: false };
const TOKEN = "a-token-of-some-length";

it("lets the machine itself read without a token, by IPv4 and IPv6", () => {
  expect(() => requireMetricsReader(here, null, null)).not.toThrow();
  expect(() => requireMetricsReader({ ...here, address: "::1" }, null, null)).not.toThrow();
});

it.each([["another machine", { ...here, address: "192.0.2.7" }], ["one behind a proxy on this machine", { ...here, isForwarded: true }], ["one of which nothing is known", null]])("refuses %s without a token", (_, request) => {
  expect(() => requireMetricsReader(request, null, null)).toThrow(expect.objectContaining({ code: "forbidden" }) as Error);
});

it("asks everyone for the token where there is one", () => {
  expect(() => requireMetricsReader({ ...here, address: "192.0.2.7" }, `Bearer ${TOKEN}`, TOKEN)).not.toThrow();
  for (const given of [null, "", "Bearer", `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN]) {
    expect(() => requireMetricsReader(here, given, TOKEN)).toThrow(expect.objectContaining({ code: "unauthenticated" }) as Error);
  }
});
