import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { drawLayout, pictureRequestSchema } from "@/lib/features/caption-map/export/export-map";

/** A layout does not change; how it is drawn may, from one version to the next. */
const AN_HOUR = "public, max-age=3600";

export function GET(request: Request, { params }: RouteContext<"/api/v1/map/layouts/[id]/picture.svg">): Promise<Response> {
  return respond(async () => {
    const svg = await drawLayout((await params).id, parseQuery(request, pictureRequestSchema));
    return new Response(svg, { headers: { "Content-Type": "image/svg+xml; charset=utf-8", "Cache-Control": AN_HOUR } });
  });
}
