import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { searchCaptions } from "@/lib/features/search/search-captions";
import { repeatedParameters, searchRequestSchema } from "@/lib/features/search/search-request";

export function GET(request: Request): Promise<Response> {
  return respond(() => searchCaptions(parseQuery(request, searchRequestSchema, repeatedParameters)));
}
