import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface FileServer {
  /** "http://127.0.0.1:PORT", without a slash at its end. */
  address: string;
  /** The requests so far. */
  requests: IncomingMessage[];
  /** May be replaced while the server runs. */
  handler: Handler;
  close: () => Promise<void>;
}

/** A server of this machine alone, for tests of what a network does to a download. */
export async function startFileServer(handler: Handler): Promise<FileServer> {
  const server = createServer((request, response) => {
    running.requests.push(request);
    running.handler(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const running: FileServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    handler,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return running;
}

interface SendOptions {
  etag?: string | null;
  type?: string;
  /** Sends no more than this many bytes of the answer. */
  stopAfter?: number;
  /** What comes then: the connection breaks, or nothing at all. */
  then?: "cut" | "silence";
}

/** Milliseconds that a client has to take the bytes in, which a broken connection may otherwise take away from it. */
const BEFORE_CUT = 30;

/** Answers as a good server does, If-Range and Range heeded. */
export function sendBytes(request: IncomingMessage, response: ServerResponse, bytes: Buffer, { etag = '"v1"', type = "application/octet-stream", stopAfter, then = "cut" }: SendOptions = {}): void {
  const { range, "if-range": condition } = request.headers;
  const from = range && (condition === undefined || condition === etag) ? Number(/^bytes=(\d+)-$/.exec(range)?.[1]) : null;
  const rest = bytes.subarray(from ?? 0);
  response.writeHead(from === null ? 200 : 206, {
    "content-type": type,
    "content-length": rest.length,
    ...(etag && { etag }),
    ...(from !== null && { "content-range": `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
  });
  if (stopAfter === undefined) response.end(rest);
  else response.write(rest.subarray(0, stopAfter), () => then === "cut" && setTimeout(() => response.destroy(), BEFORE_CUT));
}
