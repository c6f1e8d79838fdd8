import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { downloadFile, type DownloadOptions } from "./download-file";
import { sendBytes, startFileServer, type FileServer, type Handler } from "./testing/file-server";

const bytes = randomBytes(300_000);
const sha256 = createHash("sha256").update(bytes).digest("hex");
const other = Buffer.from(bytes).reverse();

let folder: string;
let server: FileServer;
const file = () => path.join(folder, "a.bin");

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "kotomap-download-"));
  server = await startFileServer((request, response) => sendBytes(request, response, bytes));
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const download = (options: Partial<DownloadOptions> = {}) => downloadFile({ url: `${server.address}/a.bin`, to: file(), pause: 0.001, stall: 0.5, ...options });
const ranges = () => server.requests.map(({ headers: { range } }) => range ?? "all");
const there = () => readdirSync(folder).sort();

/** Breaks the first connections off after 50 000 bytes each. */
function cutting(times: number): Handler {
  return (request, response) => sendBytes(request, response, bytes, server.requests.length <= times ? { stopAfter: 50_000 } : {});
}

/** What an earlier process left: the first bytes, and where they came from. */
async function leavePart(): Promise<void> {
  server.handler = (request, response) => sendBytes(request, response, bytes, { stopAfter: 100_000, then: "silence" });
  const stop = new AbortController();
  await expect(download({ signal: stop.signal, onProgress: (done) => done >= 100_000 && stop.abort() })).rejects.toMatchObject({ code: "cancelled" });
  expect(readFileSync(`${file()}.part`).equals(bytes.subarray(0, 100_000))).toBe(true);
  server.requests.length = 0;
}

describe("a download", () => {
  it("brings the file, tells how far it is, and leaves nothing else", async () => {
    const seen: [number, number | null][] = [];
    expect(await download({ to: path.join(folder, "deep", "er", "a.bin"), expected: { bytes: bytes.length, sha256 }, onProgress: (...step) => seen.push(step) })).toMatchObject({ bytes: bytes.length, sha256 });
    expect(seen[0]).toEqual([0, bytes.length]);
    expect(seen.at(-1)).toEqual([bytes.length, bytes.length]);
    expect(readdirSync(path.join(folder, "deep", "er"))).toEqual(["a.bin"]);
  });

  it("makes no request where the file is there and as expected", async () => {
    writeFileSync(file(), bytes);
    let started = false;
    expect(await download({ expected: { bytes: bytes.length, sha256 }, onStart: () => (started = true) })).toMatchObject({ sha256 });
    expect([server.requests.length, started]).toEqual([0, false]);
  });

  it("replaces a file that is not as expected, once the right one is there", async () => {
    writeFileSync(file(), other);
    await download({ expected: { sha256 } });
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });

  it("follows redirects, and takes credentials to no other host", async () => {
    const store = await startFileServer((request, response) => sendBytes(request, response, bytes));
    server.handler = (_, response) => response.writeHead(302, { location: `${store.address}/stored` }).end();
    await download({ expected: { sha256 }, headers: { authorization: "Bearer secret" } });
    expect(server.requests[0]?.headers.authorization).toBe("Bearer secret");
    expect(store.requests[0]?.headers.authorization).toBeUndefined();
    await store.close();
  });

  it("takes a length that is not told beforehand", async () => {
    server.handler = (_, response) => {
      response.writeHead(200, { "transfer-encoding": "chunked" });
      response.end(bytes);
    };
    expect(await download()).toMatchObject({ sha256 });
  });

  it("takes the bytes of a compressed file as they are, whatever the server calls them", async () => {
    server.handler = (_, response) => response.writeHead(200, { "content-encoding": "x-gzip" }).end(bytes);
    expect(await download({ expected: { sha256 } })).toMatchObject({ sha256 });
  });

  it("is refused while another process has it, and goes on where that one was killed", async () => {
    writeFileSync(`${file()}.lock`, `1@${(await import("node:os")).hostname()}`);
    await expect(download()).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("by another process (1@") as string });
    expect(server.requests).toEqual([]);
    writeFileSync(`${file()}.lock`, `999999999@${(await import("node:os")).hostname()}`);
    await download({ expected: { sha256 } });
    expect(there()).toEqual(["a.bin"]);
  });

  it("has one writer where a process begins it twice", async () => {
    const ended = await Promise.allSettled([download({ expected: { sha256 } }), download({ expected: { sha256 } })]);
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });
});

describe("a download over a bad connection", () => {
  it("goes on where it was cut, more often than it would try without getting anywhere", async () => {
    server.handler = cutting(5);
    await download({ expected: { sha256 } });
    expect(ranges()).toEqual(["all", "bytes=50000-", "bytes=100000-", "bytes=150000-", "bytes=200000-", "bytes=250000-"]);
    expect(server.requests[1]?.headers["if-range"]).toBe('"v1"');
    expect(there()).toEqual(["a.bin"]);
  });

  it("gives up where nothing more comes, keeping what came", async () => {
    server.handler = (request, response) => (server.requests.length === 1 ? sendBytes(request, response, bytes, { stopAfter: 50_000 }) : request.socket.destroy());
    await expect(download()).rejects.toMatchObject({ code: "download_failed", message: `a.bin could not be fetched from ${server.address}/a.bin (the connection was cut).` });
    expect(server.requests).toHaveLength(5);
    expect(readFileSync(`${file()}.part`)).toHaveLength(50_000);
  });

  it("goes on in another process, and after a stop", async () => {
    await leavePart();
    expect(there()).toEqual(["a.bin.part", "a.bin.part.json"]);
    server.handler = (request, response) => sendBytes(request, response, bytes);
    const seen: number[] = [];
    expect(await download({ onProgress: (done) => seen.push(done) })).toMatchObject({ sha256 });
    expect([ranges(), seen[0]]).toEqual([["bytes=100000-"], 100_000]);
  });

  it("asks for nothing more where only the last step was missing", async () => {
    await leavePart();
    writeFileSync(`${file()}.part`, bytes);
    await download({ expected: { sha256 } });
    expect([ranges(), there()]).toEqual([[], ["a.bin"]]);
  });

  it("starts over where what an earlier process left is damaged", async () => {
    await leavePart();
    writeFileSync(`${file()}.part`, Buffer.alloc(100_000));
    server.handler = (request, response) => sendBytes(request, response, bytes);
    expect(await download({ expected: { sha256 } })).toMatchObject({ sha256 });
    expect(ranges()).toEqual(["bytes=100000-", "all"]);
  });

  it.each([
    ["its notes are cut off", (name: string) => writeFileSync(`${name}.part.json`, '{"url":"htt')],
    ["it came from another address", (name: string) => writeFileSync(`${name}.part.json`, JSON.stringify({ url: "http://127.0.0.1/else", validator: '"v1"', total: bytes.length }))],
    ["nothing tells whether the rest belongs to it", (name: string) => writeFileSync(`${name}.part.json`, JSON.stringify({ url: `${server.address}/a.bin`, validator: null, total: bytes.length }))],
  ])("does not build on a part where %s", async (_, spoil) => {
    await leavePart();
    spoil(file());
    server.handler = (request, response) => sendBytes(request, response, bytes);
    expect(await download()).toMatchObject({ sha256 });
    expect(ranges()).toEqual(["all"]);
  });
});

describe("a server that answers ranges wrongly", () => {
  const range = (start: number, total: number, from: number): Handler => (request, response) => {
    if (!request.headers.range) return sendBytes(request, response, bytes);
    response.writeHead(206, { etag: '"v1"', "content-range": `bytes ${start}-${total - 1}/${total}`, "content-length": bytes.length - from }).end(bytes.subarray(from));
  };

  it.each<[string, Handler]>([
    ["sends the whole file", (_, response) => response.writeHead(200, { etag: '"v1"', "content-length": bytes.length }).end(bytes)],
    ["begins elsewhere", range(99_999, bytes.length, 99_999)],
    ["counts another total", (request, response) => (request.headers.range ? response.writeHead(206, { etag: '"v1"', "content-range": `bytes 100000-${bytes.length}/${bytes.length + 1}` }).end(Buffer.concat([bytes.subarray(100_000), Buffer.of(0)])) : sendBytes(request, response, bytes))],
    ["sends another length than it says", range(100_000, bytes.length, 100_001)],
    ["says no range", (request, response) => (request.headers.range ? response.writeHead(206, { "content-length": bytes.length - 100_000 }).end(bytes.subarray(100_000)) : sendBytes(request, response, bytes))],
    ["sends several parts", (request, response) => (request.headers.range ? response.writeHead(206, { "content-type": "multipart/byteranges; boundary=x" }).end("--x") : sendBytes(request, response, bytes))],
    ["knows no such range", (request, response) => (request.headers.range ? response.writeHead(416, { "content-range": `bytes */${bytes.length}` }).end() : sendBytes(request, response, bytes))],
    ["answers for another version, its condition unheeded", (request, response) => (request.headers.range ? response.writeHead(206, { etag: '"v2"', "content-range": `bytes 100000-${bytes.length - 1}/${bytes.length}` }).end(other.subarray(100_000)) : sendBytes(request, response, bytes))],
  ])("and %s: the file is fetched anew, no wrong byte in it", async (_, handler) => {
    await leavePart();
    server.handler = handler;
    expect(await download()).toMatchObject({ sha256 });
    expect(readFileSync(file()).equals(bytes)).toBe(true);
    expect(there()).toEqual(["a.bin"]);
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });

  it("has no range asked of it again, and may still be cut", async () => {
    await leavePart();
    server.handler = (request, response) => {
      if (request.headers.range) return response.writeHead(206, { "content-range": "bytes 0-1/2" }).end("xx");
      sendBytes(request, response, bytes, server.requests.length === 2 ? { stopAfter: 10_000 } : {});
    };
    expect(await download()).toMatchObject({ sha256 });
    expect(ranges()).toEqual(["bytes=100000-", "all", "all"]);
  });

  it("starts over where the file has changed meanwhile", async () => {
    await leavePart();
    server.handler = (request, response) => sendBytes(request, response, other, { etag: '"v2"' });
    await download();
    expect(readFileSync(file()).equals(other)).toBe(true);
    expect(server.requests).toHaveLength(1);
  });
});

describe("another file than expected", () => {
  it("is refused by its size, before it is fetched", async () => {
    await expect(download({ expected: { bytes: 12 } })).rejects.toMatchObject({ code: "download_failed", message: expect.stringMatching(/another file came: it has 300000 bytes in place of 12\)/) as string });
    expect(there()).toEqual([]);
  });

  it("is refused and removed where its bytes differ, both values named", async () => {
    server.handler = (request, response) => sendBytes(request, response, other);
    const wrong = createHash("sha256").update(other).digest("hex");
    await expect(download({ expected: { bytes: bytes.length, sha256 } })).rejects.toMatchObject({ message: expect.stringContaining(`another file came: its SHA-256 is ${wrong} in place of ${sha256}`) as string });
    expect(there()).toEqual([]);
  });

  it("leaves a file that was there before as it was", async () => {
    writeFileSync(file(), "mine");
    server.handler = (request, response) => sendBytes(request, response, other);
    await expect(download({ expected: { sha256 } })).rejects.toMatchObject({ code: "download_failed" });
    expect(readFileSync(file(), "utf8")).toBe("mine");
  });

  it("ends without filling the disk where it is longer than expected and of no told length", async () => {
    server.handler = (_, response) => {
      response.writeHead(200, { "transfer-encoding": "chunked" });
      const more = () => response.write(bytes, (error) => error ?? more());
      more();
    };
    await expect(download({ expected: { bytes: 500_000 } })).rejects.toMatchObject({ message: expect.stringContaining("it has more than 500000 bytes") as string });
    expect(there()).toEqual([]);
  });

  it("is known by its git name too", async () => {
    writeFileSync(path.join(folder, "hello"), "hello\n");
    await download({ to: path.join(folder, "hello"), expected: { gitBlob: "ce013625030ba8dba906f756967f9e9ca394464a" } });
    expect(server.requests).toEqual([]);
    await expect(download({ expected: { gitBlob: "ce013625030ba8dba906f756967f9e9ca394464a" } })).rejects.toMatchObject({ message: expect.stringContaining("its git SHA-1 is") as string });
  });

  it("may be a web page of the network: it is refused, and the part from before is kept", async () => {
    await leavePart();
    server.handler = (_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<html>Log in</html>");
    await expect(download()).rejects.toMatchObject({ code: "download_failed", message: expect.stringContaining("a web page came in place of the file") as string });
    expect(readFileSync(`${file()}.part`)).toHaveLength(100_000);
  });
});

describe("a server that does not give the file", () => {
  it.each([
    [403, "access was denied: 403 Forbidden", 1],
    [404, "there is nothing at this address: 404 Not Found", 1],
    [410, "it was taken away: 410 Gone", 1],
    [503, "the server failed: 503 Service Unavailable", 4],
  ])("answers %i: the error says so, and what to do", async (status, reason, tries) => {
    server.handler = (_, response) => response.writeHead(status).end("no");
    const mend = ({ kind }: { kind: string }) => `Mend: ${kind}.`;
    await expect(download({ mend })).rejects.toMatchObject({ code: "download_failed", field: "a.bin", message: `a.bin could not be fetched from ${server.address}/a.bin (${reason}). Mend: status.` });
    expect([server.requests.length, there()]).toEqual([tries, []]);
  });

  it("never answers", async () => {
    server.handler = () => undefined;
    await expect(download({ stall: 0.05 })).rejects.toMatchObject({ code: "download_failed", message: expect.stringContaining("no answer within 0.05 s") as string });
  });

  it("stops sending", async () => {
    server.handler = (_, response) => response.writeHead(200, { etag: '"v1"', "content-length": bytes.length }).write(bytes.subarray(0, 1000));
    await expect(download({ stall: 0.05 })).rejects.toMatchObject({ message: expect.stringContaining("it stopped sending: no byte within 0.05 s") as string });
    expect(existsSync(file())).toBe(false);
  });

  it("is not there", async () => {
    const { address } = server;
    await server.close();
    await expect(download({ url: `${address}/a.bin` })).rejects.toMatchObject({ code: "download_failed", message: expect.stringContaining("ECONNREFUSED") as string });
    await expect(download({ url: "http://no-such-host.invalid/a.bin" })).rejects.toMatchObject({ code: "download_failed", message: expect.stringMatching(/no-such-host\.invalid\/a\.bin \(getaddrinfo E/) as string });
  });

  it("has an address that is none", async () => {
    await expect(download({ url: "ftp://example.org/a.bin" })).rejects.toMatchObject({ code: "download_failed" });
    await expect(download({ url: "nonsense" })).rejects.toMatchObject({ code: "download_failed" });
  });
});
