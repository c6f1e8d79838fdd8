import { z } from "zod";
import { adminRead } from "@/app/api/_lib/admin-route";
import { parseQuery } from "@/app/api/_lib/parse-query";
import { jobNumber } from "@/app/api/_lib/row-id";
import { stillAllowed } from "@/app/api/_lib/still-allowed";
import { EventStream } from "@/lib/features/admin-state/event-stream";
import { openData } from "@/lib/features/admin-state/open-data";
import { readJob } from "@/lib/features/jobs/read-job";

export const dynamic = "force-dynamic";

const HEADERS = { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no" };

const query = z.strictObject({ job: jobNumber.optional() });

export function GET(request: Request): Promise<Response> {
  return adminRead(request, async () => {
    const { job } = parseQuery(request, query);
    const { db } = await openData();
    if (job !== undefined) await readJob(db, job);
    const after = Number(/^\d{1,15}$/.exec(request.headers.get("last-event-id") ?? "")?.[0] ?? 0);
    const stream = new EventStream(db, { log: job === undefined ? null : { jobId: job, after }, signal: request.signal, isAllowed: () => stillAllowed(request) });
    return new Response(new ReadableStream(stream), { headers: HEADERS });
  });
}
