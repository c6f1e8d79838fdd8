import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { describeArea } from "@/lib/features/caption-map/describe-area";
import { areaRequestSchema } from "@/lib/features/caption-map/map-requests";

export function GET(request: Request, { params }: RouteContext<"/api/v1/map/layouts/[id]/area">): Promise<Response> {
  return respond(async () => describeArea((await params).id, parseQuery(request, areaRequestSchema), request.signal));
}
