import { adminAct, adminRead } from "@/app/api/_lib/admin-route";
import { readCreation, tus, tusAbilities } from "@/app/api/_lib/tus";
import { openData } from "@/lib/features/admin-state/open-data";
import { createUpload } from "@/lib/features/uploads/create-upload";
import { listUploads } from "@/lib/features/uploads/read-upload";
import { MAX_UPLOAD_BYTES } from "@/lib/features/uploads/upload-limits";

export const dynamic = "force-dynamic";

export function OPTIONS(request: Request): Promise<Response> {
  return tus(request, () => Promise.resolve(tusAbilities(MAX_UPLOAD_BYTES)));
}

export function GET(request: Request): Promise<Response> {
  return adminRead(request, async () => {
    const { db, dataDir } = await openData();
    return { uploads: await listUploads(db, dataDir) };
  });
}

export function POST(request: Request): Promise<Response> {
  return tus(request, () =>
    adminAct(request, "upload.create", async (actor, note) => {
      const wish = readCreation(request);
      note.detail = wish;
      const { db, dataDir } = await openData();
      const upload = await createUpload(db, dataDir, wish, actor.name);
      note.target = `upload ${upload.id}`;
      return Response.json(upload, { status: 201, headers: { Location: `/api/v1/admin/uploads/${upload.id}` } });
    }),
  );
}
