import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { JobView } from "@/lib/features/jobs/job-types";
import type { Forecast, GenerationView, GoldenQueryView, SourceView } from "@/lib/features/reindexing/reindex-types";
import type { Health } from "@/lib/features/status/status-types";
import { useOwnApp } from "../e2e/own-app";
import { adminSession, type AdminSession } from "../server/admin";
import type { ErrorBody } from "./fetch-json";

const TEXTS = ["A dog runs along the sea.", "A cat sleeps on a sofa.", "Two ducks swim on a pond."];
const app = useOwnApp({}, async ({ dataDir, ingest }) => {
  for (const [name, texts] of [["dogs.csv", TEXTS.slice(0, 2)], ["ducks.csv", TEXTS]] as const) {
    const file = path.join(dataDir, name);
    await writeFile(file, `image_id,caption\n${texts.map((text, n) => `${n + 1},${text}`).join("\n")}\n`);
    await ingest([file], "animals");
  }
});
/** Milliseconds, on a slow machine: a password is meant to take long. */
const SIGNS_IN_WITHIN = 60_000;
let admin: AdminSession;
beforeAll(async () => {
  admin = await adminSession(app().url, app().dataDir);
}, SIGNS_IN_WITHIN);

const post = (path: string, body?: unknown) => admin.fetch(`/api/v1/admin/${path}`, { method: "POST", body });
const generations = async () => (await admin.ask<{ generations: GenerationView[] }>("/api/v1/admin/generations")).generations;
const sources = async () => (await admin.ask<{ sources: SourceView[] }>("/api/v1/admin/sources")).sources;

async function refusal(answer: Promise<Response>): Promise<[number, string]> {
  const response = await answer;
  return [response.status, ((await response.json()) as ErrorBody).error.code];
}

describe("generations", () => {
  it("are listed newest first; going back is one request, which the server follows", async () => {
    const [latest, first] = await generations();
    expect(latest).toMatchObject({ state: "active", count: 5 });
    expect(first).toMatchObject({ state: "ready", count: 2 });
    expect(await admin.ask(`/api/v1/admin/generations/${first?.id}`)).toEqual(first);
    expect(await refusal(admin.fetch(`/api/v1/admin/generations/${latest?.id}`, { method: "DELETE" }))).toEqual([409, "conflict"]);

    expect(await (await post(`generations/${first?.id}/activate`)).json()).toMatchObject({ id: first?.id, state: "active" });
    await expect.poll(async () => ((await (await fetch(`${app().url}/api/v1/health`)).json()) as Health).generation).toBe(first?.id);
    expect(await (await post(`generations/${latest?.id}/activate`, { swap: "pause" })).json()).toMatchObject({ id: latest?.id, state: "active", swap: "pause" });

    expect((await admin.fetch(`/api/v1/admin/generations/${first?.id}`, { method: "DELETE" })).status).toBe(204);
    expect(await readdir(path.join(app().dataDir, "generations"))).toEqual([latest?.id]);
    expect(await admin.ask(`/api/v1/admin/generations/${first?.id}`)).toMatchObject({ state: "retired", bytes: 0 });
    expect(await refusal(post(`generations/${first?.id}/activate`))).toEqual([409, "conflict"]);
  });

  it.each(["x", "..%2F..%2Fkotomap.db", "20200101-000000-abcd"])("called %s are not there", async (id) => {
    expect(await refusal(admin.fetch(`/api/v1/admin/generations/${id}`))).toEqual([404, "not_found"]);
    expect(await refusal(admin.fetch(`/api/v1/admin/generations/${id}`, { method: "DELETE" }))).toEqual([404, "not_found"]);
    expect(await refusal(post(`generations/${id}/activate`))).toEqual([404, "not_found"]);
  });

  it.each([{ force: "yes" }, { swap: "later" }, { forced: true }])("are not activated with %j", async (body) => {
    expect(await refusal(post(`generations/${(await generations())[0]?.id}/activate`, body))).toEqual([400, "invalid_parameter"]);
  });
});

describe("sources", () => {
  it("are listed with their counts; removing one is a job, and one that was removed can be restored", async () => {
    const [dogs, ducks] = await sources();
    expect(dogs).toMatchObject({ collection: "animals", name: "dogs.csv", captions: 2, languages: { en: 2 }, images: 2, removedAt: null });
    expect(ducks).toMatchObject({ name: "ducks.csv", captions: 3 });
    const response = await post(`sources/${dogs?.id}/remove`);
    const job = (await response.json()) as JobView;
    expect(response.status).toBe(201);
    expect(job).toMatchObject({ kind: "reindex", state: "queued", parameters: { remove: { sourceIds: [dogs?.id], captionIds: [] } } });
    await admin.ask(`/api/v1/admin/jobs/${job.id}/cancel`, { method: "POST" });
    expect(await (await post(`sources/${dogs?.id}/restore`)).json()).toEqual(dogs);
  });

  it.each(["0", "99", "x"])("called %s are not there", async (id) => {
    for (const act of ["remove", "restore"]) expect(await refusal(post(`sources/${id}/${act}`))).toEqual([404, "not_found"]);
  });
});

describe("a forecast", () => {
  it("says what a re-index would embed, and starts nothing", async () => {
    const forecast = (await (await post("forecast", { hnsw: { m: 24 } })).json()) as Forecast;
    expect(forecast).toMatchObject({ captions: 5, reused: 5, toEmbed: 0, disk: { fits: true } });
    expect((await admin.ask<{ jobs: JobView[] }>("/api/v1/admin/jobs?state=queued")).jobs).toEqual([]);
    expect(await refusal(post("forecast", { hnsw: { m: 1 } }))).toEqual([400, "invalid_parameter"]);
  });
});

describe("pinned queries and settings", () => {
  it("are kept and taken back", async () => {
    const response = await post("golden-queries", { text: "a dog by the sea", expected: [{ collection: "animals", id: "1" }] });
    expect(response.status).toBe(201);
    const pinned = (await response.json()) as GoldenQueryView;
    expect(pinned).toMatchObject({ text: "a dog by the sea", createdBy: "admin" });
    expect(await admin.ask("/api/v1/admin/golden-queries")).toEqual({ goldenQueries: [pinned] });
    expect((await admin.fetch(`/api/v1/admin/golden-queries/${pinned.id}`, { method: "DELETE" })).status).toBe(204);
    expect(await refusal(admin.fetch(`/api/v1/admin/golden-queries/${pinned.id}`, { method: "DELETE" }))).toEqual([404, "not_found"]);
    expect(await refusal(post("golden-queries", { text: "a dog", expected: [{ collection: "animals", id: "77" }] }))).toEqual([404, "not_found"]);
    expect(await refusal(post("golden-queries", { text: "a dog", expected: [] }))).toEqual([400, "invalid_parameter"]);

    const before = await admin.ask("/api/v1/admin/settings");
    const changed = { recallTarget: 0.9, margin: 0.05, keep: 5 };
    expect(await admin.ask("/api/v1/admin/settings", { method: "PUT", body: changed })).toEqual(changed);
    expect(await admin.ask("/api/v1/admin/settings")).toEqual(changed);
    expect(await refusal(admin.fetch("/api/v1/admin/settings", { method: "PUT", body: { ...changed, keep: 0 } }))).toEqual([400, "invalid_parameter"]);
    await admin.ask("/api/v1/admin/settings", { method: "PUT", body: before });
  });
});
