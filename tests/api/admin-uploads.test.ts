import { readdir } from "node:fs/promises";
import path from "node:path";
import { Upload } from "tus-js-client";
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { JobView } from "@/lib/features/jobs/job-types";
import type { UploadView } from "@/lib/features/uploads/upload-types";
import { adminSession, type AdminSession } from "../server/admin";
import type { ErrorBody } from "./fetch-json";

const UPLOADS = "/api/v1/admin/uploads";
const CONTENT = Buffer.from(`image_id,caption\n${Array.from({ length: 3000 }, (_, n) => `${n},A dog number ${n} runs along the sea.`).join("\n")}\n`);
/** Milliseconds, on a slow machine: a password is meant to take long. */
const SIGNS_IN_WITHIN = 60_000;
let admin: AdminSession;

beforeAll(async () => {
  admin = await adminSession(inject("baseUrl"), inject("dataDir"));
}, SIGNS_IN_WITHIN);

const named = (name: string, size: number) => ({ "Tus-Resumable": "1.0.0", "Upload-Length": String(size), "Upload-Metadata": `filename ${Buffer.from(name).toString("base64")}` });
const create = async (name = "dogs.csv", size = CONTENT.length) => (await (await admin.fetch(UPLOADS, { method: "POST", headers: named(name, size) })).json()) as UploadView;
const send = (id: string, offset: number, body: Uint8Array, headers: Record<string, string> = {}) =>
  admin.fetch(`${UPLOADS}/${id}`, { method: "PATCH", body, headers: { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset), ...headers } });
const read = (id: string) => admin.ask<UploadView>(`${UPLOADS}/${id}`);
const remove = (id: string) => admin.fetch(`${UPLOADS}/${id}`, { method: "DELETE" });

async function refusal(answer: Promise<Response>): Promise<[number, string, string | null]> {
  const response = await answer;
  const { error } = (await response.json()) as ErrorBody;
  return [response.status, error.code, error.field];
}

/** Sends by a client of the protocol, in parts of 10 000 bytes. @param until ends after so many bytes, as a closed page does */
function sendByClient(url: string | null, until: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(CONTENT, {
      endpoint: inject("baseUrl") + UPLOADS,
      uploadUrl: url,
      chunkSize: 10_000,
      retryDelays: null,
      metadata: { filename: "犬.csv" },
      headers: { Cookie: admin.cookie, "X-Kotomap-CSRF": admin.csrf, Origin: inject("baseUrl") },
      onChunkComplete: (_size, sent) => {
        if (sent >= until && sent < CONTENT.length) void upload.abort().then(() => resolve(upload.url ?? ""), reject);
      },
      onSuccess: () => resolve(upload.url ?? ""),
      onError: reject,
    });
    upload.start();
  });
}

describe("an upload", () => {
  it("goes on after an interruption by another client of the protocol, is checked, and becomes an ingest job", async () => {
    const url = await sendByClient(null, 30_000);
    const id = url.split("/").at(-1) ?? "";
    const half = await read(id);
    expect(half).toMatchObject({ name: "犬.csv", state: "receiving", size: CONTENT.length, jobId: null, createdBy: "admin" });
    expect(half.received).toBeGreaterThanOrEqual(30_000);
    expect(half.received).toBeLessThan(CONTENT.length);
    expect(await refusal(admin.fetch(`${UPLOADS}/${id}/check`, { method: "POST" }))).toEqual([409, "conflict", null]);
    expect(await sendByClient(url, Infinity)).toBe(url);
    expect(await refusal(admin.fetch(`${UPLOADS}/${id}/ingest`, { method: "POST" }))).toEqual([409, "conflict", null]);

    const checked = await admin.ask<UploadView>(`${UPLOADS}/${id}/check`, { method: "POST" });
    expect(checked).toMatchObject({ state: "usable", received: CONTENT.length, check: { problem: null, members: [{ format: "csv", captions: 2000, complete: false, languages: { en: 2000 } }] } });
    expect(await admin.ask(UPLOADS)).toMatchObject({ uploads: expect.arrayContaining([checked]) as unknown });

    const job = await admin.ask<JobView>(`${UPLOADS}/${id}/ingest`, { method: "POST", body: { collection: "犬", language: "en" } });
    const file = path.join(inject("dataDir"), "uploads", id, "犬.csv");
    expect(job).toMatchObject({ kind: "ingest", state: "queued", requestedBy: "admin", parameters: { files: [file], upload: id, collection: "犬", language: "en", maxBadShare: 0.01 } });
    expect(await read(id)).toMatchObject({ state: "ingested", jobId: job.id });
    expect(await refusal(admin.fetch(`${UPLOADS}/${id}/ingest`, { method: "POST" }))).toEqual([409, "conflict", null]);
    expect(await refusal(remove(id))).toEqual([409, "conflict", null]);
    await admin.ask(`/api/v1/admin/jobs/${job.id}/cancel`, { method: "POST" });
    expect((await remove(id)).status).toBe(204);
    expect(await refusal(admin.fetch(`${UPLOADS}/${id}`))).toEqual([404, "not_found", null]);
    expect(await readdir(path.join(inject("dataDir"), "uploads"))).not.toContain(id);
  });

  it("keeps what came of a request that was broken off, and refuses a second request meanwhile", async () => {
    const { id } = await create();
    const abort = new AbortController();
    let sent = () => {};
    const half = new Promise<void>((resolve) => (sent = resolve));
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(CONTENT.subarray(0, 20_000))),
      pull: () => sent(),
    });
    const init = { method: "PATCH", body, duplex: "half", signal: abort.signal, headers: { Cookie: admin.cookie, "X-Kotomap-CSRF": admin.csrf, Origin: inject("baseUrl"), "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0" } };
    const broken = fetch(`${inject("baseUrl")}${UPLOADS}/${id}`, init as RequestInit).catch(() => "broken off");
    await half;
    await expect.poll(async () => (await read(id)).received).toBe(20_000);
    expect(await refusal(send(id, 20_000, CONTENT.subarray(20_000)))).toEqual([409, "conflict", null]);
    abort.abort();
    expect(await broken).toBe("broken off");
    await expect.poll(async () => (await send(id, 20_000, CONTENT.subarray(20_000))).status).toBe(204);
    expect((await admin.ask<UploadView>(`${UPLOADS}/${id}/check`, { method: "POST" })).state).toBe("usable");
    await remove(id);
  });

  it("tells the offset to HEAD and what the server can do to OPTIONS", async () => {
    const { id } = await create();
    await send(id, 0, CONTENT.subarray(0, 7));
    const head = await admin.fetch(`${UPLOADS}/${id}`, { method: "HEAD" });
    expect([head.status, head.headers.get("upload-offset"), head.headers.get("upload-length"), head.headers.get("cache-control"), head.headers.get("tus-resumable")]).toEqual([200, "7", String(CONTENT.length), "no-store", "1.0.0"]);
    const options = await fetch(inject("baseUrl") + UPLOADS, { method: "OPTIONS" });
    expect([options.status, options.headers.get("tus-version"), options.headers.get("tus-extension"), options.headers.get("tus-max-size")]).toEqual([204, "1.0.0", "creation,termination", String(2 ** 30)]);
    expect((await send(id, 7, CONTENT.subarray(7), { "Tus-Resumable": "0.2.1" })).status).toBe(412);
    await remove(id);
  });

  it("takes nothing beyond the promised size, at another place, or in another form", async () => {
    const { id } = await create();
    expect(await refusal(send(id, 0, Buffer.concat([CONTENT, CONTENT])))).toEqual([400, "invalid_parameter", "Upload-Length"]);
    expect(await refusal(send(id, 5, CONTENT.subarray(5)))).toEqual([409, "conflict", "Upload-Offset"]);
    expect(await refusal(send(id, 0, CONTENT, { "Upload-Offset": "-1" }))).toEqual([400, "invalid_parameter", "Upload-Offset"]);
    expect(await refusal(send(id, 0, CONTENT, { "Content-Type": "text/csv" }))).toEqual([400, "invalid_parameter", "Content-Type"]);
    expect((await read(id)).received).toBe(0);
    await remove(id);
  });

  it.each([
    ["more than 1 GiB", named("a.csv", 2 ** 30 + 1), "size"],
    ["no bytes", named("a.csv", 0), "size"],
    ["no size", { "Upload-Metadata": named("a.csv", 1)["Upload-Metadata"] }, "Upload-Length"],
    ["no name", { "Upload-Length": "10" }, "Upload-Metadata"],
    ["a name that is a folder", named("../", 10), "filename"],
  ])("is refused with %s", async (_what, headers, field) => {
    expect(await refusal(admin.fetch(UPLOADS, { method: "POST", headers }))).toEqual([400, "invalid_parameter", field]);
  });

  it("that is no caption file is found unusable in the reader's words, and does not become a job", async () => {
    const page = Buffer.from("<!doctype html><html></html>");
    const { id } = await create("captions.json", page.length);
    await send(id, 0, page);
    expect(await admin.ask(`${UPLOADS}/${id}/check`, { method: "POST" })).toMatchObject({ state: "unusable", check: { problem: expect.stringMatching(/captions\.json is no caption file: it is an HTML page/) as string, members: [] } });
    expect(await refusal(admin.fetch(`${UPLOADS}/${id}/ingest`, { method: "POST" }))).toEqual([409, "conflict", null]);
    await remove(id);
  });

  it.each(["1", "..%2F..", "00000000-0000-4000-8000-000000000000"])("called %s is not there", async (id) => {
    expect(await refusal(admin.fetch(`${UPLOADS}/${id}`))).toEqual([404, "not_found", null]);
    expect(await refusal(send(id, 0, CONTENT))).toEqual([404, "not_found", null]);
    expect(await refusal(remove(id))).toEqual([404, "not_found", null]);
    for (const act of ["check", "ingest"]) expect(await refusal(admin.fetch(`${UPLOADS}/${id}/${act}`, { method: "POST" }))).toEqual([404, "not_found", null]);
  });

  it.each([
    [{ language: "english" }, "language"],
    [{ collection: "../x" }, "collection"],
    [{ maxBad: 2 }, "maxBad"],
    [{ files: ["/etc/passwd"] }, "files"],
  ])("is not ingested with %j", async (body, field) => {
    const { id } = await create();
    expect(await refusal(admin.fetch(`${UPLOADS}/${id}/ingest`, { method: "POST", body }))).toEqual([400, "invalid_parameter", field]);
    await remove(id);
  });
});
