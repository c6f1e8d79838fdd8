import type { Readable } from "node:stream";
import { ReadableStream } from "node:stream/web";

/** The body of a response. A client that goes ends the stream; Node's Readable.toWeb would throw then, where nobody can catch it. */
export function streamBytes(source: Readable): BodyInit {
  return ReadableStream.from(bytesOf(source)) as BodyInit;
}

async function* bytesOf(source: Readable): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const chunk of source as AsyncIterable<string | Uint8Array>) yield typeof chunk === "string" ? encoder.encode(chunk) : chunk;
}
