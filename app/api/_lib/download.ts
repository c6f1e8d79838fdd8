import type { Readable } from "node:stream";
import { streamBytes } from "./stream-bytes";

/** A file to be saved; a stream is sent as it is made. */
export function download({ name, type, body }: { name: string; type: string; body: Readable | string | Uint8Array<ArrayBuffer> }): Response {
  return new Response(typeof body === "string" || body instanceof Uint8Array ? body : streamBytes(body), { headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" } });
}
