import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { startApp, type RunningApp } from "@/tests/server/running-app";
import { get, searchPath, type ErrorBody } from "./fetch-json";

/** Milliseconds, on a slow machine. */
const STARTS_WITHIN = 60_000;

const ask = (path: string, headers: Record<string, string> = {}) => fetch(inject("baseUrl") + path, { headers });

describe("more searches than can be answered", () => {
  it("are refused as overloaded, with when to come back, while the others are answered in full and the server stays well", async () => {
    const paths = Array.from({ length: 200 }, (_, i) => searchPath({ q: `a dog and ${i} other things`, limit: 20, explain: "true" }));
    const answers = await Promise.all(paths.map((path) => get<Partial<ErrorBody> & { hits?: unknown[] }>(path)));
    const refused = answers.filter(({ status }) => status === 503);
    const answered = answers.filter(({ status }) => status === 200);
    expect(refused.length + answered.length).toBe(200);
    expect(refused.length).toBeGreaterThan(0);
    expect(answered.length).toBeGreaterThan(0);
    for (const { body, headers } of refused) {
      expect(body.error?.code).toBe("overloaded");
      expect(Number(headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    }
    for (const { body } of answered) expect(body.hits).toHaveLength(20);
    expect((await get(searchPath({ q: "a dog", limit: 1 }))).status).toBe(200);
    expect(await (await ask("/metrics")).text()).toMatch(/kotomap_searches_refused_total\{reason="(full|late)"\} [1-9]/);
  });
});

describe("request ids", () => {
  it("are taken over from a proxy, and made where none or a strange one came", async () => {
    expect((await ask("/api/v1/stats", { "X-Request-Id": "from-the-proxy-1" })).headers.get("x-request-id")).toBe("from-the-proxy-1");
    const [made, strange] = [await ask("/api/v1/stats"), await ask("/api/v1/search", { "X-Request-Id": '{"level":60}' })];
    for (const { headers } of [made, strange]) expect(headers.get("x-request-id")).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
    expect(strange.status).toBe(400);
  });
});

const IMAGE_ROUTE = 'kotomap_http_request_duration_seconds_count{route="/api/v1/images/[collection]/[id]",method="GET",status="404"}';

describe("GET /metrics", () => {
  it("tells the machine itself what goes on, by route and not by address", async () => {
    await ask("/api/v1/images/sample/no-such-image");
    // A request is counted when its answer has been sent, which its client may know first.
    await vi.waitFor(async () => expect(await (await ask("/metrics")).text()).toContain(IMAGE_ROUTE));
    const response = await ask("/metrics");
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    const text = await response.text();
    expect(text).not.toContain("no-such-image");
    expect(text).toMatch(/^kotomap_captions [1-9]\d*$/m);
    for (const name of ["kotomap_searches_in_flight", "kotomap_searches_waiting", "kotomap_query_vectors_computed_total", "process_resident_memory_bytes", "nodejs_eventloop_lag_seconds"]) expect(text).toMatch(new RegExp(`^${name} `, "m"));
    expect(text).toMatch(/^kotomap_generation_info\{generation="\d{8}-/m);
    expect(text).toMatch(/^kotomap_jobs\{state="done"\} /m);
  });

  it("computes a query that comes again no second time", async () => {
    const read = async () => Number(/^kotomap_query_vectors_computed_total (\d+)$/m.exec(await (await ask("/metrics")).text())?.[1]);
    const path = searchPath({ q: "a query that no other test asks", limit: 1 });
    const before = await read();
    await Promise.all(Array.from({ length: 5 }, () => get(path)));
    await get(path);
    expect((await read()) - before).toBe(1);
  });

  it("is refused to what a proxy passed on", async () => {
    const response = await ask("/metrics", { "X-Forwarded-For": "198.51.100.1" });
    expect(response.status).toBe(403);
    expect(((await response.json()) as ErrorBody).error.code).toBe("forbidden");
  });
});

describe("GET /api/v1/health/live and /ready", () => {
  it("tell that the process answers, and which generation searches use", async () => {
    expect(await get("/api/v1/health/live")).toMatchObject({ status: 200, body: { status: "live" } });
    expect(await get("/api/v1/health/ready")).toMatchObject({ status: 200, body: { status: "ready", generation: expect.stringMatching(/^\d{8}-/) as string } });
  });
});

describe("a limit of searches by address, and a token for the metrics", () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ KOTOMAP_SEARCHES_PER_MINUTE: "3", KOTOMAP_TRUST_PROXY: "1", KOTOMAP_METRICS_TOKEN: "a-token-of-the-tests" });
  }, STARTS_WITHIN);
  afterAll(() => app.stop());

  it("refuses the address that asked too often in API and pages, and no other; what is no search goes on", async () => {
    const from = (address: string, path = searchPath({ q: "dog" })) => fetch(app.baseUrl + path, { headers: { "X-Forwarded-For": address, "Accept-Language": "en" } });
    for (let i = 0; i < 3; i++) expect((await from("192.0.2.1")).status).toBe(200);
    const refused = await from("192.0.2.1");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(((await refused.json()) as ErrorBody).error.code).toBe("too_many_requests");
    expect(await (await from("192.0.2.1", "/?q=dog")).text()).toContain("Too many searches came from your network");
    expect((await from("192.0.2.1", "/api/v1/stats")).status).toBe(200);
    // What a client writes itself stands before what the proxy adds.
    expect((await from("203.0.113.5, 192.0.2.1")).status).toBe(429);
    expect((await from("192.0.2.2")).status).toBe(200);
  });

  it("tells the metrics to whoever has the token, and to nobody else", async () => {
    const read = (headers: Record<string, string>) => fetch(`${app.baseUrl}/metrics`, { headers });
    expect((await read({})).status).toBe(401);
    expect((await read({ Authorization: "Bearer another-token" })).status).toBe(401);
    expect((await read({ Authorization: "Bearer a-token-of-the-tests" })).status).toBe(200);
  });
});
