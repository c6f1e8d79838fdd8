import { adminRead } from "@/app/api/_lib/admin-route";
import { listSessions } from "@/lib/features/admin-access/list-sessions";
import { searchEngine } from "@/lib/features/serving/search-engine";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return adminRead(request, async (_actor, { session }) => ({ sessions: await listSessions(await searchEngine().openDatabase(), session?.id ?? null) }));
}
