import { adminAct } from "@/app/api/_lib/admin-route";
import { parseBody } from "@/app/api/_lib/parse-body";
import { openData } from "@/lib/features/admin-state/open-data";
import { ingestUpload, ingestWishSchema } from "@/lib/features/uploads/ingest-upload";

export const dynamic = "force-dynamic";

export function POST(request: Request, { params }: RouteContext<"/api/v1/admin/uploads/[id]/ingest">): Promise<Response> {
  return adminAct(request, "upload.ingest", async (actor, note) => {
    const { id } = await params;
    note.target = `upload ${id}`;
    const wish = await parseBody(request, ingestWishSchema);
    note.detail = wish;
    const { db, dataDir } = await openData();
    return Response.json(await ingestUpload(db, dataDir, id, wish, actor.name), { status: 201 });
  });
}
