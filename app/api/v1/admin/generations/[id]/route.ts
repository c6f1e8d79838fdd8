import { adminAct, adminRead } from "@/app/api/_lib/admin-route";
import { openData } from "@/lib/features/admin-state/open-data";
import { deleteGeneration } from "@/lib/features/reindexing/delete-generation";
import { readGeneration } from "@/lib/features/reindexing/read-generation";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/api/v1/admin/generations/[id]">;

export function GET(request: Request, { params }: Context): Promise<Response> {
  return adminRead(request, async () => {
    const { db, dataDir } = await openData();
    return readGeneration(db, dataDir, (await params).id);
  });
}

export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return adminAct(request, "generation.delete", async (_actor, note) => {
    const { id } = await params;
    note.target = id;
    const { db, dataDir } = await openData();
    await deleteGeneration(db, dataDir, id);
    return new Response(null, { status: 204 });
  });
}
