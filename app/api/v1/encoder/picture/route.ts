import { parseQuery } from "@/app/api/_lib/parse-query";
import { respond } from "@/app/api/_lib/respond";
import { encoderPictureSchema } from "@/lib/features/encoder/encoder-request";
import { readEncoderPicture } from "@/lib/features/encoder/read-encoder";

/** A PNG. Kept for minutes only: another generation may have another model. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => new Response(await readEncoderPicture(parseQuery(request, encoderPictureSchema)), { headers: { "Content-Type": "image/png", "Cache-Control": "private, max-age=600" } }));
}
