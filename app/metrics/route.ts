import { respond } from "@/app/api/_lib/respond";
import { readEnv } from "@/lib/core/env";
import { metrics } from "@/lib/core/metrics";
import { currentRequest } from "@/lib/core/request-context";
import { requireMetricsReader } from "@/lib/features/observation/may-read-metrics";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    requireMetricsReader(currentRequest(), request.headers.get("authorization"), readEnv().metricsToken);
    const { registry } = metrics();
    return new Response(await registry.metrics(), { headers: { "Content-Type": registry.contentType, "Cache-Control": "no-store" } });
  });
}
