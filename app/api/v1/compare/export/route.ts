import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { comparisonExportSchema, exportComparison } from "@/lib/features/comparison/export-comparison";

export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const { name, type, body } = await exportComparison(parseQuery(request, comparisonExportSchema), request.signal);
    return new Response(body, { headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" } });
  });
}
