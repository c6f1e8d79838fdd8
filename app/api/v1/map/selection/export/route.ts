import { download } from "@/app/api/_lib/download";
import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { exportSelection, selectionExportSchema } from "@/lib/features/caption-map/export/export-map";

export function GET(request: Request): Promise<Response> {
  return respond(async () => download(await exportSelection(parseQuery(request, selectionExportSchema), request.signal)));
}
