import { respond } from "@/app/api/_lib/respond";
import { readStats } from "@/lib/features/status/read-stats";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return respond(readStats);
}
