import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { pointsRequestSchema } from "@/lib/features/caption-map/map-requests";
import { readPoints } from "@/lib/features/caption-map/read-points";

export function GET(request: Request, { params }: RouteContext<"/api/v1/map/layouts/[id]/captions">): Promise<Response> {
  return respond(async () => readPoints((await params).id, parseQuery(request, pointsRequestSchema)));
}
