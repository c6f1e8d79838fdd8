import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tellAddress } from "./client-address";
import { logger } from "./logger";
import { metrics } from "./metrics";
import { enterRequest } from "./request-context";
import { requestIdOf } from "./request-id";

/** Headers that proxies add. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

interface FollowOptions {
  /** How many proxies stand before the server, each adding to X-Forwarded-For. */
  trustedProxies: number;
  /** The pattern that an address belongs to: a metric for each address would have no end. */
  routeOf: (pathname: string) => string;
}

/** Gives every request of the process from now on an id, which its answer and its log lines have, and measures it. */
export function followRequests({ trustedProxies, routeOf }: FollowOptions): void {
  const begun = new WeakMap<IncomingMessage, { id: string; at: number }>();
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as Exchange;
    const { headers, socket } = request;
    const id = requestIdOf(headers["x-request-id"]);
    begun.set(request, { id, at: performance.now() });
    response.setHeader("X-Request-Id", id);
    enterRequest({
      id,
      address: tellAddress(socket.remoteAddress ?? "", [headers["x-forwarded-for"] ?? []].flat().join(","), trustedProxies),
      isForwarded: FORWARDED.some((name) => name in headers),
      countedAsSearch: false,
    });
  });
  subscribe("http.server.response.finish", (message) => {
    const { request, response } = message as Exchange;
    const known = begun.get(request);
    if (!known) return;
    const seconds = (performance.now() - known.at) / 1000;
    const labels = { route: routeOf((request.url ?? "/").split("?")[0]!), method: request.method ?? "", status: String(response.statusCode) };
    metrics().requests.observe(labels, seconds);
    logger().debug({ ...labels, requestId: known.id, ms: Math.round(seconds * 1e4) / 10 }, "answered");
  });
}
