import { adminAct, adminRead } from "@/app/api/_lib/admin-route";
import { parseBody } from "@/app/api/_lib/parse-body";
import { openData } from "@/lib/features/admin-state/open-data";
import { indexSettingsSchema, readIndexSettings, saveIndexSettings } from "@/lib/features/reindexing/index-settings";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return adminRead(request, async () => {
    const { db } = await openData();
    return readIndexSettings(db);
  });
}

export function PUT(request: Request): Promise<Response> {
  return adminAct(request, "settings.save", async (_actor, note) => {
    const settings = await parseBody(request, indexSettingsSchema);
    note.detail = settings;
    const { db } = await openData();
    return saveIndexSettings(db, settings);
  });
}
