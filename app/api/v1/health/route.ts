import { respond } from "@/app/api/_lib/respond";
import { readHealth } from "@/lib/features/status/read-health";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return respond(readHealth, ({ status }) => (status === "failing" ? 503 : 200));
}
