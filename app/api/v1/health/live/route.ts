import { respond } from "@/app/api/_lib/respond";

export const dynamic = "force-dynamic";

/** Answers for as long as the process does: where it does not, starting it anew helps. */
export function GET(): Promise<Response> {
  return respond(() => Promise.resolve({ status: "live" }));
}
