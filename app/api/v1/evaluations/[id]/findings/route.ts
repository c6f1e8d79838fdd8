import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { rowId } from "@/app/api/_lib/row-id";
import { findingsRequestSchema } from "@/lib/features/evaluation/findings/findings-request";
import { readFindings } from "@/lib/features/evaluation/findings/read-findings";

export function GET(request: Request, { params }: RouteContext<"/api/v1/evaluations/[id]/findings">): Promise<Response> {
  return respond(async () => readFindings(rowId((await params).id, "evaluation"), parseQuery(request, findingsRequestSchema)));
}
