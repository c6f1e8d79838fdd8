import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { processSingleton } from "./process-singleton";

/** Published by Node for every request of every HTTP server of the process, before anyone else sees it. */
const REQUEST_STARTS = "http.server.request.start";

/**
 * The header in which requests carry their client's address to the routes. `X-Forwarded-For` can be sent by anyone, and Next.js passes it on
 * as it came; this name is random, so nobody can send it.
 */
const addressHeader = () => processSingleton("client address header", () => `x-kotomap-client-${randomBytes(16).toString("hex")}`);

/** Marks every request from now on. @param trustedProxies how many proxies stand before the server, each adding to X-Forwarded-For */
export function markClientAddresses(trustedProxies: number): void {
  subscribe(REQUEST_STARTS, (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    headers[addressHeader()] = tellAddress(socket.remoteAddress ?? "", [headers["x-forwarded-for"] ?? []].flat().join(","), trustedProxies);
  });
}

/** The address a request came from; "unknown" for all that were not marked, which are limited together. */
export const clientAddress = (headers: Headers): string => headers.get(addressHeader()) || "unknown";

/**
 * The last address that no trusted proxy vouches for: each proxy adds whom it was asked by at the end of the list, and what stands before may be invented.
 * @param forwarded X-Forwarded-For as received
 */
export function tellAddress(socketAddress: string, forwarded: string, trustedProxies: number): string {
  const chain = [...forwarded.split(",").map((entry) => entry.trim()).filter(Boolean), socketAddress];
  const client = chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? "";
  return plain(isIP(client) ? client : socketAddress);
}

/** An IPv4 address that came over an IPv6 socket is written as what it is. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
