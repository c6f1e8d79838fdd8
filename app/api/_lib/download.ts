import { Readable } from "node:stream";

/** A file to be saved, sent as it is made. */
export function download({ name, type, body }: { name: string; type: string; body: Readable | string }): Response {
  const sent = typeof body === "string" ? body : (Readable.toWeb(body) as ReadableStream<Uint8Array>);
  return new Response(sent, { headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" } });
}
