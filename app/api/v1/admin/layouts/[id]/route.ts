import { adminAct } from "@/app/api/_lib/admin-route";
import { openData } from "@/lib/features/admin-state/open-data";
import { deleteLayout } from "@/lib/features/layouts/delete-layout";

export const dynamic = "force-dynamic";

export function DELETE(request: Request, { params }: RouteContext<"/api/v1/admin/layouts/[id]">): Promise<Response> {
  return adminAct(request, "layout.remove", async (_actor, note) => {
    const { id } = await params;
    note.target = id;
    const { db, dataDir } = await openData();
    await deleteLayout(db, dataDir, id);
    return new Response(null, { status: 204 });
  });
}
