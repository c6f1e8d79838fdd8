import { adminAct, adminRead } from "@/app/api/_lib/admin-route";
import { readPart, tus } from "@/app/api/_lib/tus";
import { openData } from "@/lib/features/admin-state/open-data";
import { deleteUpload } from "@/lib/features/uploads/delete-upload";
import { readUpload } from "@/lib/features/uploads/read-upload";
import { receiveUpload } from "@/lib/features/uploads/receive-upload";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/api/v1/admin/uploads/[id]">;

export function GET(request: Request, { params }: Context): Promise<Response> {
  return adminRead(request, async () => {
    const { db, dataDir } = await openData();
    return readUpload(db, dataDir, (await params).id);
  });
}

export function HEAD(request: Request, { params }: Context): Promise<Response> {
  return tus(request, () =>
    adminRead(request, async () => {
      const { db, dataDir } = await openData();
      const { size, received } = await readUpload(db, dataDir, (await params).id);
      return new Response(null, { headers: { "Upload-Offset": String(received), "Upload-Length": String(size), "Cache-Control": "no-store" } });
    }),
  );
}

/** One part of the file. The audit list has the upload's creation, not its parts. */
export function PATCH(request: Request, { params }: Context): Promise<Response> {
  return tus(request, () =>
    adminRead(request, async () => {
      const { db, dataDir } = await openData();
      const received = await receiveUpload(db, dataDir, (await params).id, readPart(request));
      return new Response(null, { status: 204, headers: { "Upload-Offset": String(received) } });
    }),
  );
}

export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return tus(request, () =>
    adminAct(request, "upload.delete", async (_actor, note) => {
      const { id } = await params;
      note.target = `upload ${id}`;
      const { db, dataDir } = await openData();
      await deleteUpload(db, dataDir, id);
      return new Response(null, { status: 204 });
    }),
  );
}
