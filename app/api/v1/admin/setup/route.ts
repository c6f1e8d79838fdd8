import { z } from "zod";
import { parseBody } from "@/app/api/_lib/parse-body";
import { respond } from "@/app/api/_lib/respond";
import { requireSameOrigin } from "@/app/api/_lib/same-origin";
import { sessionResponse } from "@/app/api/_lib/session-response";
import { visitorOf } from "@/app/api/_lib/visitor";
import { setUp } from "@/lib/features/admin-access/setup-link";
import { signIn } from "@/lib/features/admin-access/sign-in";
import { searchEngine } from "@/lib/features/serving/search-engine";

/** `token`: of the link that the server printed. */
const schema = z.strictObject({ token: z.string(), password: z.string() });

/** Sets the first password and signs in. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    requireSameOrigin(request);
    const { token, password } = await parseBody(request, schema);
    const db = await searchEngine().openDatabase();
    await setUp(db, token, password, visitorOf(request));
    return sessionResponse(request, await signIn(db, { password, device: null, ...visitorOf(request) }));
  });
}
