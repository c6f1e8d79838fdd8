import { z } from "zod";
import { parseBody } from "@/app/api/_lib/parse-body";
import { respond } from "@/app/api/_lib/respond";
import { requireSameOrigin } from "@/app/api/_lib/same-origin";
import { DEVICE_COOKIE, readCookie } from "@/app/api/_lib/session-cookie";
import { sessionResponse } from "@/app/api/_lib/session-response";
import { visitorOf } from "@/app/api/_lib/visitor";
import { signIn } from "@/lib/features/admin-access/sign-in";
import { searchEngine } from "@/lib/features/serving/search-engine";

const schema = z.strictObject({ password: z.string() });

export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    requireSameOrigin(request);
    const { password } = await parseBody(request, schema);
    const db = await searchEngine().openDatabase();
    return sessionResponse(request, await signIn(db, { password, device: readCookie(request, DEVICE_COOKIE), ...visitorOf(request) }));
  });
}
