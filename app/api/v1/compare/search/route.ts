import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { compareSearches } from "@/lib/features/comparison/compare-searches";
import { searchComparisonSchema } from "@/lib/features/comparison/comparison-request";

export function GET(request: Request): Promise<Response> {
  return respond(() => compareSearches(parseQuery(request, searchComparisonSchema), request.signal));
}
