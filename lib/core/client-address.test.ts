import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { clientAddress, markClientAddresses, tellAddress } from "./client-address";

describe("tellAddress", () => {
  it.each([
    ["believes nobody without a proxy", "203.0.113.9", "198.51.100.1", 0, "203.0.113.9"],
    ["takes whom the proxy was asked by", "10.0.0.1", "198.51.100.1", 1, "198.51.100.1"],
    ["passes over what a client invented before", "10.0.0.1", "1.1.1.1, 198.51.100.1", 1, "198.51.100.1"],
    ["goes through two proxies", "10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", 2, "198.51.100.1"],
    ["takes the first where there are fewer than said", "10.0.0.1", "198.51.100.1", 3, "198.51.100.1"],
    ["keeps to the socket where what is sent is no address", "10.0.0.1", "somebody", 1, "10.0.0.1"],
    ["writes IPv4 over IPv6 as IPv4", "::ffff:192.0.2.7", "", 0, "192.0.2.7"],
    ["leaves IPv6 alone", "2001:db8::1", "", 0, "2001:db8::1"],
  ])("%s", (_, socket, forwarded, proxies, expected) => {
    expect(tellAddress(socket, forwarded, proxies)).toBe(expected);
  });
});

describe("markClientAddresses", () => {
  it("marks every request of the process, and no client can mark its own", async () => {
    const seen: Headers[] = [];
    const server = createServer((request, response) => {
      seen.push(new Headers(request.headers as Record<string, string>));
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await fetch(url);
    expect(clientAddress(seen[0] ?? new Headers())).toBe("unknown");
    markClientAddresses(0);
    await fetch(url, { headers: { "X-Forwarded-For": "198.51.100.1" } });
    expect(clientAddress(seen[1] ?? new Headers())).toBe("127.0.0.1");
    const name = [...(seen[1] ?? [])].find(([key]) => key.startsWith("x-kotomap-client-"))?.[0] ?? "";
    await fetch(url, { headers: { [name]: "198.51.100.1" } });
    expect(clientAddress(seen[2] ?? new Headers())).toBe("127.0.0.1");
    server.close();
  });
});
