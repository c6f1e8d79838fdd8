import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendBytes, startFileServer, type FileServer, type Handler } from "@/lib/core/download/testing/file-server";

/** A hub of one model, answering as huggingface.co does: small files itself, large ones by a redirect to a store of another host. */
export interface FakeHub {
  endpoint: string;
  hub: FileServer;
  store: FileServer;
  files: Record<string, Buffer>;
  /** Answers a request in place of the hub, where it returns true. */
  before: (request: IncomingMessage, response: ServerResponse) => boolean;
  close: () => Promise<void>;
}

export const commit = "0123456789abcdef0123456789abcdef01234567";

/** Bytes from which a file is stored as a large one. */
const LARGE = 1000;

const hash = (kind: string, ...parts: (string | Buffer)[]) => parts.reduce((sum, part) => sum.update(part), createHash(kind)).digest("hex");

function listed([rfilename, bytes]: [string, Buffer]) {
  if (bytes.length < LARGE) return { rfilename, size: bytes.length, blobId: hash("sha1", `blob ${bytes.length}\0`, bytes) };
  const lfs = { sha256: hash("sha256", bytes), size: bytes.length, pointerSize: 134 };
  return { rfilename, size: bytes.length, blobId: hash("sha1", JSON.stringify(lfs)), lfs };
}

export async function startFakeHub(id: string, files: Record<string, Buffer>): Promise<FakeHub> {
  const store = await startFileServer((request, response) => sendBytes(request, response, fake.files[decodeURIComponent((request.url ?? "").slice(1))] ?? Buffer.alloc(0)));
  const answer: Handler = (request, response) => {
    if (fake.before(request, response)) return;
    const { pathname } = new URL(request.url ?? "", fake.endpoint);
    if (pathname === `/api/models/${id}/revision/main` || pathname === `/api/models/${id}/revision/${commit}`) {
      return void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ id, sha: commit, siblings: Object.entries(fake.files).map(listed) }));
    }
    const name = pathname.startsWith(`/${id}/resolve/${commit}/`) ? pathname.slice(`/${id}/resolve/${commit}/`.length) : "";
    const bytes = fake.files[name];
    if (!bytes) return void response.writeHead(pathname.startsWith("/api/") ? 401 : 404, { "x-error-code": pathname.startsWith("/api/") ? "RepoNotFound" : "EntryNotFound" }).end();
    if (bytes.length < LARGE) return sendBytes(request, response, bytes, { etag: null, type: "text/plain" });
    response.writeHead(302, { location: `${store.address}/${encodeURIComponent(name)}` }).end();
  };
  const hub = await startFileServer(answer);
  const fake: FakeHub = {
    endpoint: hub.address,
    hub,
    store,
    files,
    before: () => false,
    close: async () => {
      await hub.close();
      await store.close();
    },
  };
  return fake;
}
