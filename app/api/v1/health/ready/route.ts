import { respond } from "@/app/api/_lib/respond";
import { readReadiness } from "@/lib/features/status/read-readiness";

export const dynamic = "force-dynamic";

/** Whether searches can be answered now: where not, requests are better sent elsewhere for a while. */
export function GET(): Promise<Response> {
  return respond(readReadiness);
}
