import { z } from "zod";
import { adminAct } from "@/app/api/_lib/admin-route";
import { parseBody } from "@/app/api/_lib/parse-body";
import { requireSession } from "@/app/api/_lib/require-session";
import { sessionResponse } from "@/app/api/_lib/session-response";
import { visitorOf } from "@/app/api/_lib/visitor";
import { changePassword } from "@/lib/features/admin-access/change-password";
import { searchEngine } from "@/lib/features/serving/search-engine";

const schema = z.strictObject({ present: z.string(), password: z.string() });

/** Signs everybody else out; the answer has a new session. */
export function POST(request: Request): Promise<Response> {
  return adminAct(request, "password.change", async (_actor, _note, credentials) => {
    const { id } = requireSession(credentials);
    const { present, password } = await parseBody(request, schema);
    return sessionResponse(request, await changePassword(await searchEngine().openDatabase(), { present, wanted: password }, id, visitorOf(request)));
  });
}
