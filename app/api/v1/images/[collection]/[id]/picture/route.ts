import { respond } from "@/app/api/_lib/respond";
import { streamBytes } from "@/app/api/_lib/stream-bytes";
import { openPicture } from "@/lib/features/image-captions/open-picture";

export function GET(_request: Request, { params }: RouteContext<"/api/v1/images/[collection]/[id]/picture">): Promise<Response> {
  return respond(async () => {
    const { collection, id } = await params;
    const picture = await openPicture(collection, id);
    if ("redirect" in picture) return new Response(null, { status: 302, headers: { Location: picture.redirect } });
    return new Response(streamBytes(picture.file.createReadStream()), {
      headers: {
        "Content-Type": picture.type,
        "Content-Length": String(picture.bytes),
        "Cache-Control": "public, max-age=3600",
        "X-Content-Type-Options": "nosniff",
        // An SVG is a document: opened by itself it must not run scripts.
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      },
    });
  });
}
