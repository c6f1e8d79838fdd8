import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { suggestQueries, suggestRequestSchema } from "@/lib/features/search/suggest-queries";

export function GET(request: Request): Promise<Response> {
  return respond(() => suggestQueries(parseQuery(request, suggestRequestSchema)));
}
