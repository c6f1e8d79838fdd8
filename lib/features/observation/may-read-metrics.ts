import { createHash, timingSafeEqual } from "node:crypto";
import { isIPv4 } from "node:net";
import { AppError } from "@/lib/core/errors";
import type { RequestContext } from "@/lib/core/request-context";

const digest = (text: string) => createHash("sha256").update(text).digest();

const isLoopback = (address: string) => address === "::1" || (isIPv4(address) && address.startsWith("127."));

/**
 * Lets whoever has the token read the metrics or, without a token, the machine itself. What a proxy passed on is not of the machine itself, though it comes from its address.
 * @param authorization the header, as sent
 * @throws AppError `unauthenticated` without the token where there is one, `forbidden` from elsewhere where there is none
 */
export function requireMetricsReader(request: Pick<RequestContext, "address" | "isForwarded"> | null, authorization: string | null, token: string | null): void {
  if (token !== null) {
    const given = /^Bearer (.+)$/i.exec(authorization ?? "")?.[1] ?? "";
    if (!timingSafeEqual(digest(given), digest(token))) throw new AppError("unauthenticated", "The metrics ask for KOTOMAP_METRICS_TOKEN as a bearer token.");
    return;
  }
  if (request && isLoopback(request.address) && !request.isForwarded) return;
  throw new AppError("forbidden", "The metrics are told to the machine that the server runs on alone. Set KOTOMAP_METRICS_TOKEN to read them from elsewhere.");
}
