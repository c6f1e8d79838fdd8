import { immutable } from "@/app/api/_lib/immutable";
import { respond } from "@/app/api/_lib/respond";
import { readLayoutLabels } from "@/lib/features/caption-map/read-map";

export function GET(request: Request, { params }: RouteContext<"/api/v1/map/layouts/[id]/labels">): Promise<Response> {
  return respond(async () => {
    const { id } = await params;
    const labels = await readLayoutLabels(id);
    return immutable(request, `${id}-labels`, () => labels, { "Content-Type": "application/json" });
  });
}
