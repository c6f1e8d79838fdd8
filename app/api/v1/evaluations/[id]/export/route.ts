import { download } from "@/app/api/_lib/download";
import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { rowId } from "@/app/api/_lib/row-id";
import { exportFindings } from "@/lib/features/evaluation/findings/export-findings";
import { findingsExportSchema } from "@/lib/features/evaluation/findings/findings-request";

export function GET(request: Request, { params }: RouteContext<"/api/v1/evaluations/[id]/export">): Promise<Response> {
  return respond(async () => download(await exportFindings(rowId((await params).id, "evaluation"), parseQuery(request, findingsExportSchema))));
}
