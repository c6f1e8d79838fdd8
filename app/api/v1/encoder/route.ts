import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { encoderRequestSchema } from "@/lib/features/encoder/encoder-request";
import { readEncoder } from "@/lib/features/encoder/read-encoder";

export function GET(request: Request): Promise<Response> {
  return respond(() => readEncoder(parseQuery(request, encoderRequestSchema)));
}
