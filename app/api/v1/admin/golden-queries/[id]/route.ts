import { adminAct } from "@/app/api/_lib/admin-route";
import { rowId } from "@/app/api/_lib/row-id";
import { openData } from "@/lib/features/admin-state/open-data";
import { unpinGoldenQuery } from "@/lib/features/reindexing/unpin-golden-query";

export const dynamic = "force-dynamic";

export function DELETE(request: Request, { params }: RouteContext<"/api/v1/admin/golden-queries/[id]">): Promise<Response> {
  return adminAct(request, "golden.unpin", async (_actor, note) => {
    const id = rowId((await params).id, "pinned query");
    note.target = `pinned query ${id}`;
    const { db } = await openData();
    await unpinGoldenQuery(db, id);
    return new Response(null, { status: 204 });
  });
}
