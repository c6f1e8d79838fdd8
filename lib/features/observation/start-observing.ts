import { followRequests } from "@/lib/core/follow-requests";
import { markClientAddresses } from "@/lib/core/client-address";
import { readEnv } from "@/lib/core/env";
import { readKnownRoutes } from "./known-routes";
import { watchServing } from "./watch-serving";

/** From now on requests are known by address and id, and measured. */
export function startObserving(): void {
  const { trustedProxies, production, distDir } = readEnv();
  markClientAddresses(trustedProxies);
  followRequests({ trustedProxies, routeOf: production ? readKnownRoutes(distDir) : () => "other" });
  watchServing();
}
