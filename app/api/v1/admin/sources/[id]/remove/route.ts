import { adminAct } from "@/app/api/_lib/admin-route";
import { rowId } from "@/app/api/_lib/row-id";
import { openData } from "@/lib/features/admin-state/open-data";
import { submitRemoval } from "@/lib/features/admin-state/submit-removal";

export const dynamic = "force-dynamic";

export function POST(request: Request, { params }: RouteContext<"/api/v1/admin/sources/[id]/remove">): Promise<Response> {
  return adminAct(request, "source.remove", async (actor, note) => {
    const id = rowId((await params).id, "source");
    note.target = `source ${id}`;
    const { db } = await openData();
    const job = await submitRemoval(db, id, actor.name);
    note.detail = { job: job.id };
    return Response.json(job, { status: 201 });
  });
}
