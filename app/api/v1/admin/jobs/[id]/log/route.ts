import { adminRead } from "@/app/api/_lib/admin-route";
import { parseQuery } from "@/app/api/_lib/parse-query";
import { rowId } from "@/app/api/_lib/row-id";
import { jobLogSchema } from "@/lib/features/admin-state/admin-requests";
import { openData } from "@/lib/features/admin-state/open-data";
import { readJob } from "@/lib/features/jobs/read-job";
import { readJobLog } from "@/lib/features/jobs/read-job-log";

export const dynamic = "force-dynamic";

export function GET(request: Request, { params }: RouteContext<"/api/v1/admin/jobs/[id]/log">): Promise<Response> {
  return adminRead(request, async () => {
    const { db } = await openData();
    const { id } = await readJob(db, rowId((await params).id, "job"));
    return { log: await readJobLog(db, id, parseQuery(request, jobLogSchema)) };
  });
}
