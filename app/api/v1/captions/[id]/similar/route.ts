import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { findSimilar } from "@/lib/features/search/find-similar";
import { similarRequestSchema } from "@/lib/features/search/search-request";

export function GET(request: Request, { params }: RouteContext<"/api/v1/captions/[id]/similar">): Promise<Response> {
  return respond(async () => findSimilar((await params).id, parseQuery(request, similarRequestSchema)));
}
