import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { similarityRequestSchema } from "@/lib/features/caption-map/map-requests";
import { scorePoints } from "@/lib/features/caption-map/score-points";

/** A byte a point; what 0 and 255 stand for is in the headers. */
export function GET(request: Request, { params }: RouteContext<"/api/v1/map/layouts/[id]/similarity">): Promise<Response> {
  return respond(async () => {
    const { q } = parseQuery(request, similarityRequestSchema);
    const { values, low, high } = await scorePoints((await params).id, q, request.signal);
    return new Response(values, { headers: { "Content-Type": "application/octet-stream", "Cache-Control": "no-store", "X-Similarity-Low": low.toFixed(4), "X-Similarity-High": high.toFixed(4) } });
  });
}
