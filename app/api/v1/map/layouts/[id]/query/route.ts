import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { mapQueryRequestSchema } from "@/lib/features/caption-map/map-requests";
import { queryMap } from "@/lib/features/caption-map/query-map";

export function GET(request: Request, { params }: RouteContext<"/api/v1/map/layouts/[id]/query">): Promise<Response> {
  return respond(async () => queryMap((await params).id, parseQuery(request, mapQueryRequestSchema)));
}
