import { describe, expect, it, vi } from "vitest";
import type { JobView } from "@/lib/features/jobs/job-types";
import { LiveStore } from "./live-store";

const line = (id: number) => ({ id, at: "2026-11-25T10:00:00Z", level: "info" as const, message: `line ${id}` });
const ids = (store: LiveStore, job: number) => store.read().logs.get(job)?.map(({ id }) => id);

const job = (id: number, state: JobView["state"], cancelling = false): JobView => ({
  id, kind: "ingest", state, requestedBy: "admin", parameters: {}, stages: [], etaSeconds: null, device: null, result: null, error: null, worker: null, attempt: 1, waitsFor: null, cancelling,
  createdAt: "2026-11-25T10:00:00Z", startedAt: "2026-11-25T10:00:00Z", finishedAt: state === "queued" || state === "running" ? null : "2026-11-25T10:01:00Z",
});
const overview = { workers: [], serving: null, active: null, pending: 0 };
const states = (store: LiveStore) => [...store.read().jobs.values()].map(({ id, state }) => `${id} ${state}`);

describe("LiveStore", () => {
  it("holds on to a job's end, though the answer to the act that ended it comes later", () => {
    const store = new LiveStore();
    store.hearJobs([job(1, "running")]);
    store.hearJobs([job(1, "cancelled")]);
    store.hearJobs([job(1, "running", true)]);
    expect(states(store)).toEqual(["1 cancelled"]);
  });

  it("forgets jobs that have ended unheard while the connection was broken", () => {
    const store = new LiveStore();
    store.hearJobs([job(1, "done"), job(2, "running"), job(3, "queued")]);
    store.begin();
    store.hearJobs([job(3, "running")]);
    expect(states(store)).toEqual(["1 done", "2 running", "3 running"]);
    store.hearOverview(overview);
    expect(states(store)).toEqual(["1 done", "3 running"]);
    store.hearOverview(overview);
    expect(states(store)).toEqual(["1 done", "3 running"]);
  });

  it("takes each line of a log once, though an interruption has it told again", () => {
    const store = new LiveStore();
    store.hearLog(7, [line(1), line(2)]);
    store.hearLog(7, [line(1), line(2), line(3)]);
    store.hearLog(8, [line(4)]);
    expect([ids(store, 7), ids(store, 8)]).toEqual([[1, 2, 3], [4]]);
  });

  it("keeps the last 500 lines of a log", () => {
    const store = new LiveStore();
    for (let id = 1; id <= 600; id++) store.hearLog(7, [line(id)]);
    expect(ids(store, 7)?.length).toBe(500);
    expect(ids(store, 7)?.[0]).toBe(101);
  });

  it("tells its listeners of a change, and of nothing else", () => {
    const store = new LiveStore();
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    store.hearJobs([]);
    store.connect("connecting");
    store.hearLog(7, []);
    expect(listener).not.toHaveBeenCalled();
    store.connect("live");
    leave();
    store.connect("polling");
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
