import { respond } from "@/app/api/_lib/respond";
import { listOtherEncoders } from "@/lib/features/comparison/other-encoders";

export function GET(): Promise<Response> {
  return respond(async () => ({ encoders: await listOtherEncoders() }));
}
