import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { immutable } from "@/app/api/_lib/immutable";
import { respond } from "@/app/api/_lib/respond";
import { AppError } from "@/lib/core/errors";
import { readLayoutPart } from "@/lib/features/caption-map/read-map";

/** As it lies on disk, for all who read gzip. */
export function GET(request: Request, { params }: RouteContext<"/api/v1/map/layouts/[id]/points/[part]">): Promise<Response> {
  return respond(async () => {
    const { id, part } = await params;
    if (!/^\d{1,4}$/.test(part)) throw new AppError("invalid_parameter", `A part of a layout is a whole number from 0, not "${part}".`, { field: "part" });
    const packed = await readLayoutPart(id, Number(part));
    const takesGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(request.headers.get("accept-encoding") ?? "");
    const bytes = takesGzip ? packed : await promisify(gunzip)(packed);
    const headers = { "Content-Type": "application/octet-stream", "Content-Length": String(bytes.length), ...(takesGzip && { "Content-Encoding": "gzip" }) };
    return immutable(request, `${id}-${part}${takesGzip ? "-gzip" : ""}`, () => new Uint8Array(bytes), headers);
  });
}
