import { adminAct } from "@/app/api/_lib/admin-route";
import { rowId } from "@/app/api/_lib/row-id";
import { openData } from "@/lib/features/admin-state/open-data";
import { restoreSource } from "@/lib/features/reindexing/restore-source";

export const dynamic = "force-dynamic";

export function POST(request: Request, { params }: RouteContext<"/api/v1/admin/sources/[id]/restore">): Promise<Response> {
  return adminAct(request, "source.restore", async (_actor, note) => {
    const id = rowId((await params).id, "source");
    note.target = `source ${id}`;
    const { db } = await openData();
    return restoreSource(db, id);
  });
}
