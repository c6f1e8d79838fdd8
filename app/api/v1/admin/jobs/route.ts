import { adminAct, adminRead } from "@/app/api/_lib/admin-route";
import { parseBody } from "@/app/api/_lib/parse-body";
import { parseQuery } from "@/app/api/_lib/parse-query";
import { jobListingSchema, newJobSchema } from "@/lib/features/admin-state/admin-requests";
import { openData } from "@/lib/features/admin-state/open-data";
import { listJobs } from "@/lib/features/jobs/list-jobs";
import { submitJob } from "@/lib/features/jobs/submit-job";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return adminRead(request, async () => {
    const { state, kind, ...page } = parseQuery(request, jobListingSchema);
    const { db } = await openData();
    return { jobs: await listJobs(db, { states: state, kinds: kind, ...page }) };
  });
}

export function POST(request: Request): Promise<Response> {
  return adminAct(request, "job.submit", async (actor, note) => {
    const { kind, parameters } = await parseBody(request, newJobSchema);
    note.detail = { kind, parameters };
    const { db } = await openData();
    const job = await submitJob(db, kind, parameters, actor.name);
    note.target = `job ${job.id}`;
    return Response.json(job, { status: 201 });
  });
}
