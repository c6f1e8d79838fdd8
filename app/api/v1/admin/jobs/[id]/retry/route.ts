import { adminAct } from "@/app/api/_lib/admin-route";
import { rowId } from "@/app/api/_lib/row-id";
import { openData } from "@/lib/features/admin-state/open-data";
import { retryJob } from "@/lib/features/jobs/retry-job";

export const dynamic = "force-dynamic";

export function POST(request: Request, { params }: RouteContext<"/api/v1/admin/jobs/[id]/retry">): Promise<Response> {
  return adminAct(request, "job.retry", async (actor, note) => {
    const id = rowId((await params).id, "job");
    note.target = `job ${id}`;
    const { db } = await openData();
    const job = await retryJob(db, id, actor.name);
    note.detail = { job: job.id };
    return Response.json(job, { status: 201 });
  });
}
