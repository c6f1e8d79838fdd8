import { AppError } from "@/lib/core/errors";

/** The version of the protocol for uploads that go on after an interruption (tus.io): its core, with creation and termination. */
const VERSION = "1.0.0";
const PART_TYPE = "application/offset+octet-stream";

/** Answers a request of the protocol, and says so. */
export async function tus(request: Request, answer: () => Promise<Response>): Promise<Response> {
  const version = request.headers.get("tus-resumable");
  const response = version === null || version === VERSION ? await answer() : new Response(null, { status: 412, headers: { "Tus-Version": VERSION } });
  response.headers.set("Tus-Resumable", VERSION);
  return response;
}

/** What the server can do. */
export function tusAbilities(maxBytes: number): Response {
  return new Response(null, { status: 204, headers: { "Tus-Version": VERSION, "Tus-Extension": "creation,termination", "Tus-Max-Size": String(maxBytes) } });
}

function readNumber(request: Request, header: string): number {
  const value = request.headers.get(header);
  if (value === null || !/^\d{1,15}$/.test(value)) throw new AppError("invalid_parameter", `The header ${header} ${value === null ? "is missing" : "has to be a whole number"}: it counts bytes.`, { field: header });
  return Number(value);
}

/** @throws AppError `invalid_parameter` naming the header */
export function readCreation(request: Request): { name: string; size: number } {
  const size = readNumber(request, "Upload-Length");
  const pairs = (request.headers.get("upload-metadata") ?? "").split(",").map((pair) => pair.trim().split(" "));
  const name = pairs.find(([key]) => key === "filename")?.[1];
  if (!name) throw new AppError("invalid_parameter", "The header Upload-Metadata has to give the file's name: filename and, after a blank, the name in base64.", { field: "Upload-Metadata" });
  return { name: Buffer.from(name, "base64").toString("utf8"), size };
}

/** @throws AppError `invalid_parameter` naming the header */
export function readPart(request: Request): { offset: number; length: number | null; body: AsyncIterable<Uint8Array> } {
  if (request.headers.get("content-type") !== PART_TYPE) throw new AppError("invalid_parameter", `The header Content-Type has to be ${PART_TYPE}.`, { field: "Content-Type" });
  const offset = readNumber(request, "Upload-Offset");
  const length = request.headers.has("content-length") ? readNumber(request, "Content-Length") : null;
  return { offset, length, body: (request.body ?? []) as AsyncIterable<Uint8Array> };
}
