import { adminRead } from "@/app/api/_lib/admin-route";
import { openData } from "@/lib/features/admin-state/open-data";
import { listGenerations } from "@/lib/features/reindexing/list-generations";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return adminRead(request, async () => {
    const { db, dataDir } = await openData();
    return { generations: await listGenerations(db, dataDir) };
  });
}
