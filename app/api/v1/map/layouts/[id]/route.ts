import { respond } from "@/app/api/_lib/respond";
import { readLayout } from "@/lib/features/caption-map/read-map";

export function GET(_request: Request, { params }: RouteContext<"/api/v1/map/layouts/[id]">): Promise<Response> {
  return respond(async () => readLayout((await params).id));
}
