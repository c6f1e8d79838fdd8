import { readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { LiveOverview, Overview } from "@/lib/features/admin-state/admin-types";
import type { JobLogLine, JobView } from "@/lib/features/jobs/job-types";
import type { SearchResponse } from "@/lib/features/search/search-types";
import type { UploadView } from "@/lib/features/uploads/upload-types";
import { useOwnApp } from "../e2e/own-app";
import { adminSession, type AdminSession } from "../server/admin";
import { startWorker } from "../server/test-worker";
import type { ErrorBody } from "./fetch-json";
import { followEvents } from "./follow-events";

const captions = (first: number, texts: string[]) => `image_id,caption\n${texts.map((text, n) => `${first + n},${text}`).join("\n")}\n`;
const app = useOwnApp({}, async ({ dataDir, ingest }) => {
  const file = path.join(dataDir, "animals.csv");
  await writeFile(file, captions(1, ["A dog runs along the sea.", "A cat sleeps on a sofa.", "犬が海辺を走っている"]));
  await ingest([file], "animals");
});
/** Milliseconds, on a slow machine: a password is meant to take long. */
const SIGNS_IN_WITHIN = 60_000;
const INGESTS_WITHIN = 180_000;
let admin: AdminSession;
beforeAll(async () => {
  admin = await adminSession(app().url, app().dataDir);
}, SIGNS_IN_WITHIN);

const submit = (kind: string, parameters: unknown = {}) => admin.ask<JobView>("/api/v1/admin/jobs", { method: "POST", body: { kind, parameters } });
const cancel = (id: number) => admin.fetch(`/api/v1/admin/jobs/${id}/cancel`, { method: "POST" });
const list = async (query = "") => (await admin.ask<{ jobs: JobView[] }>(`/api/v1/admin/jobs${query}`)).jobs;

async function refusal(answer: Promise<Response>): Promise<[number, string, string | null]> {
  const response = await answer;
  const { error } = (await response.json()) as ErrorBody;
  return [response.status, error.code, error.field];
}

async function upload(name: string, content: string): Promise<string> {
  const size = Buffer.byteLength(content);
  const created = await admin.fetch("/api/v1/admin/uploads", { method: "POST", headers: { "Upload-Length": String(size), "Upload-Metadata": `filename ${btoa(name)}` } });
  const { id } = (await created.json()) as UploadView;
  await admin.fetch(`/api/v1/admin/uploads/${id}`, { method: "PATCH", body: content, headers: { "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0" } });
  await admin.ask(`/api/v1/admin/uploads/${id}/check`, { method: "POST" });
  return id;
}

async function sizeOf(folder: string, names: (name: string) => boolean = () => true): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(entries.filter((entry) => entry.isFile() && names(entry.name)).map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe("GET /api/v1/admin/overview", () => {
  it("gives the figures of the data folder", async () => {
    const { dataDir } = app();
    const overview = await admin.ask<Overview>("/api/v1/admin/overview");
    expect(overview).toMatchObject({ status: "ok", problems: [], captions: 3, images: 3, pending: 0, workers: [], running: [], queued: 0, serving: overview.active?.id, model: { id: "kotomap-ja-en-v1" } });
    expect(overview.active).toMatchObject({ state: "active", count: 3, collections: ["animals"] });
    expect(overview.disk.generations).toBe(await sizeOf(path.join(dataDir, "generations")));
    expect(overview.active?.bytes).toBe(overview.disk.generations);
    expect(overview.disk.database).toBeGreaterThanOrEqual((await stat(path.join(dataDir, "kotomap.db"))).size);
    expect(overview.disk.uploads).toBe(0);
    expect(overview.disk.free).toBeLessThanOrEqual(overview.disk.total);
    expect(overview.memory.server).toBeGreaterThan(10e6);
    expect(overview.memory.available).toBeLessThanOrEqual(overview.memory.total);
  });
});

describe("jobs without a worker", () => {
  it("are made, listed by state and kind, page by page, cancelled and tried again", async () => {
    const verify = await submit("verify");
    expect(verify).toMatchObject({ kind: "verify", state: "queued", requestedBy: "admin", waitsFor: { jobId: null } });
    const prune = await submit("prune");
    expect((await list("?state=queued,running")).map(({ id }) => id)).toEqual([prune.id, verify.id]);
    expect((await list("?kind=prune")).map(({ id }) => id)).toEqual([prune.id]);
    expect((await list(`?before=${prune.id}&limit=1`)).map(({ id }) => id)).toEqual([verify.id]);
    expect((await list()).at(-1)).toMatchObject({ kind: "ingest", state: "done", requestedBy: "command line" });

    expect(await admin.ask(`/api/v1/admin/jobs/${verify.id}`)).toMatchObject({ job: { id: verify.id, state: "queued" }, log: [] });
    expect(await refusal(admin.fetch(`/api/v1/admin/jobs/${verify.id}/retry`, { method: "POST" }))).toEqual([409, "conflict", null]);
    expect(await (await cancel(verify.id)).json()).toMatchObject({ id: verify.id, state: "cancelled" });
    expect(await refusal(cancel(verify.id))).toEqual([409, "conflict", null]);
    const again = await admin.ask<JobView>(`/api/v1/admin/jobs/${verify.id}/retry`, { method: "POST" });
    expect(again).toMatchObject({ kind: "verify", state: "queued" });
    expect(again.id).toBeGreaterThan(prune.id);
    for (const id of [again.id, prune.id]) expect((await cancel(id)).status).toBe(200);
  });

  it.each(["0", "99999", "abc", "1e3", "-1", "1.5"])("called %s are not there", async (id) => {
    for (const path of ["", "/log"]) expect((await refusal(admin.fetch(`/api/v1/admin/jobs/${id}${path}`))).slice(0, 2)).toEqual([404, "not_found"]);
    for (const act of ["cancel", "retry"]) expect((await refusal(admin.fetch(`/api/v1/admin/jobs/${id}/${act}`, { method: "POST" }))).slice(0, 2)).toEqual([404, "not_found"]);
  });

  it.each([
    [{ kind: "ingest", parameters: { files: ["/etc/passwd"] } }, "kind"],
    [{ kind: "sleep" }, "kind"],
    [{}, "kind"],
    [{ kind: "verify", at: "noon" }, "at"],
    [{ kind: "reindex", parameters: { hnsw: { m: 1 } } }, "hnsw.m"],
  ])("are not made of %j", async (body, field) => {
    expect(await refusal(admin.fetch("/api/v1/admin/jobs", { method: "POST", body }))).toEqual([400, "invalid_parameter", field]);
  });

  it.each(["state=late", "kind=ingest,sleep", "limit=0", "limit=201", "before=x", "page=2"])("are not listed by ?%s", async (query) => {
    expect((await refusal(admin.fetch(`/api/v1/admin/jobs?${query}`))).slice(0, 2)).toEqual([400, "invalid_parameter"]);
  });
});

describe("GET /api/v1/admin/events", () => {
  it("tells an uploaded file's ingest from its queue to its end, with its log, and the log's rest to whoever comes back", async () => {
    const id = await upload("birds.csv", captions(10, ["A white owl sits in a birch.", "Two ducks swim on a pond."]));
    const job = await admin.ask<JobView>(`/api/v1/admin/uploads/${id}/ingest`, { method: "POST", body: { collection: "animals" } });
    const states: string[] = [];
    const lines: JobLogLine[] = [];
    const overviews: LiveOverview[] = [];
    let lastId: string | null = null;
    let stop: (() => Promise<void>) | null = null;
    for await (const event of followEvents(admin, `/api/v1/admin/events?job=${job.id}`)) {
      stop ??= startWorker(app().dataDir);
      if (event.name === "overview") overviews.push(event.data as LiveOverview);
      if (event.name === "log") {
        lines.push(...(event.data as JobLogLine[]));
        expect(event.id).toBe(String(lines.at(-1)?.id));
        lastId = event.id;
      }
      if (event.name === "jobs") states.push(...(event.data as JobView[]).filter((told) => told.id === job.id).map(({ state }) => state));
      const serving = overviews.at(-1)?.serving;
      if (states.at(-1) === "done" && serving !== overviews[0]?.serving && overviews.at(-1)?.pending === 0 && lastId !== null) break;
      if (states.includes("failed")) throw new Error(JSON.stringify(await admin.ask(`/api/v1/admin/jobs/${job.id}`)));
    }
    await stop?.();
    expect(states[0]).toBe("queued");
    expect(states).toContain("running");
    expect(states.filter((state) => state === "done")).toHaveLength(1);
    expect(overviews.some(({ workers }) => workers.some(({ alive }) => alive))).toBe(true);
    expect(overviews.at(-1)?.serving).toBe(overviews.at(-1)?.active);

    const { log } = await admin.ask<{ log: JobLogLine[] }>(`/api/v1/admin/jobs/${job.id}/log`);
    expect(log.length).toBeGreaterThan(0);
    expect(lines).toEqual(log.slice(0, lines.length));
    expect((await admin.ask<{ log: JobLogLine[] }>(`/api/v1/admin/jobs/${job.id}/log?after=${log[0]?.id}`)).log).toEqual(log.slice(1));
    const before = String((log.at(-1)?.id ?? 0) - 1);
    for await (const event of followEvents(admin, `/api/v1/admin/events?job=${job.id}`, { "Last-Event-ID": before })) {
      if (event.name !== "log") continue;
      expect(event.data).toEqual(log.slice(-1));
      break;
    }
    expect(lastId).not.toBeNull();
    const response = await fetch(`${app().url}/api/v1/search?q=${encodeURIComponent("白いふくろう")}`);
    expect(((await response.json()) as SearchResponse).hits[0]?.captions[0]?.text).toBe("A white owl sits in a birch.");
  }, INGESTS_WITHIN);

  it("ends when the session does", async () => {
    const other = await adminSession(app().url, app().dataDir);
    const told: string[] = [];
    for await (const { name } of followEvents(other, "/api/v1/admin/events")) {
      if (told.push(name) === 1) await other.fetch("/api/v1/admin/sign-out", { method: "POST" });
    }
    expect(told).toContain("overview");
    expect((await other.fetch("/api/v1/admin/events")).status).toBe(401);
  });

  it.each([
    ["job=x", 400],
    ["job=99999", 404],
    ["jobs=1", 400],
  ])("refuses ?%s with %d", async (query, status) => {
    expect((await admin.fetch(`/api/v1/admin/events?${query}`)).status).toBe(status);
  });
});
