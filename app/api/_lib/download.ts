import type { Readable } from "node:stream";
import { streamBytes } from "./stream-bytes";

/** A file to be saved, sent as it is made. */
export function download({ name, type, body }: { name: string; type: string; body: Readable | string }): Response {
  return new Response(typeof body === "string" ? body : streamBytes(body), { headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" } });
}
