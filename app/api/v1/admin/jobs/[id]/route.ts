import { adminRead } from "@/app/api/_lib/admin-route";
import { rowId } from "@/app/api/_lib/row-id";
import { openData } from "@/lib/features/admin-state/open-data";
import { readJob } from "@/lib/features/jobs/read-job";
import { readJobLog } from "@/lib/features/jobs/read-job-log";

export const dynamic = "force-dynamic";

export function GET(request: Request, { params }: RouteContext<"/api/v1/admin/jobs/[id]">): Promise<Response> {
  return adminRead(request, async () => {
    const id = rowId((await params).id, "job");
    const { db } = await openData();
    return { job: await readJob(db, id), log: await readJobLog(db, id) };
  });
}
