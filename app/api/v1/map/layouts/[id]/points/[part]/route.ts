import { immutable } from "@/app/api/_lib/immutable";
import { respond } from "@/app/api/_lib/respond";
import { AppError } from "@/lib/core/errors";
import { readLayoutPart } from "@/lib/features/caption-map/read-map";

/** A gzip file, as it lies on disk. Next.js sends no content encoding of a route's own: whoever asks unpacks it. */
export function GET(request: Request, { params }: RouteContext<"/api/v1/map/layouts/[id]/points/[part]">): Promise<Response> {
  return respond(async () => {
    const { id, part } = await params;
    if (!/^\d{1,4}$/.test(part)) throw new AppError("invalid_parameter", `A part of a layout is a whole number from 0, not "${part}".`, { field: "part" });
    const packed = await readLayoutPart(id, Number(part));
    return immutable(request, `${id}-${part}`, () => packed, { "Content-Type": "application/gzip" });
  });
}
