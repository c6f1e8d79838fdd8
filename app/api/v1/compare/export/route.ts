import { download } from "@/app/api/_lib/download";
import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { comparisonExportSchema, exportComparison } from "@/lib/features/comparison/export-comparison";

export function GET(request: Request): Promise<Response> {
  return respond(async () => download(await exportComparison(parseQuery(request, comparisonExportSchema), request.signal)));
}
