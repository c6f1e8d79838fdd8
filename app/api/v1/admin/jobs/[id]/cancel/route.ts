import { adminAct } from "@/app/api/_lib/admin-route";
import { rowId } from "@/app/api/_lib/row-id";
import { openData } from "@/lib/features/admin-state/open-data";
import { cancelJob } from "@/lib/features/jobs/cancel-job";

export const dynamic = "force-dynamic";

export function POST(request: Request, { params }: RouteContext<"/api/v1/admin/jobs/[id]/cancel">): Promise<Response> {
  return adminAct(request, "job.cancel", async (_actor, note) => {
    const id = rowId((await params).id, "job");
    note.target = `job ${id}`;
    const { db, dataDir } = await openData();
    return cancelJob(db, dataDir, id);
  });
}
