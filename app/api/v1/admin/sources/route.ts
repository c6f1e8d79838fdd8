import { adminRead } from "@/app/api/_lib/admin-route";
import { openData } from "@/lib/features/admin-state/open-data";
import { listSources } from "@/lib/features/reindexing/list-sources";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return adminRead(request, async () => {
    const { db } = await openData();
    return { sources: await listSources(db) };
  });
}
