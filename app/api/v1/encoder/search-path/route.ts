import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { findSearchPath } from "@/lib/features/search-path/find-search-path";
import { searchPathSchema } from "@/lib/features/search-path/search-path-request";

export function GET(request: Request): Promise<Response> {
  return respond(() => findSearchPath(parseQuery(request, searchPathSchema), request.signal));
}
