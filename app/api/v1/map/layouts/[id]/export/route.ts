import { download } from "@/app/api/_lib/download";
import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { exportLayout, exportRequestSchema } from "@/lib/features/caption-map/export/export-map";

export function GET(request: Request, { params }: RouteContext<"/api/v1/map/layouts/[id]/export">): Promise<Response> {
  return respond(async () => download(await exportLayout((await params).id, parseQuery(request, exportRequestSchema))));
}
