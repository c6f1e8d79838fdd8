import { describe, expect, it } from "vitest";
import type { JobView } from "@/lib/features/jobs/job-types";
import { newerJob } from "./newer-job";

const stage = (name: string, done: number) => ({ stage: name, done, total: 100, rate: 10, seconds: 1 });
const queued: JobView = {
  id: 7, kind: "ingest", state: "queued", requestedBy: "admin", parameters: {}, stages: [], etaSeconds: null, device: null, result: null, error: null, worker: null,
  attempt: 0, waitsFor: null, cancelling: false, createdAt: "2026-11-25T10:00:00Z", startedAt: null, finishedAt: null,
};
const running: JobView = { ...queued, state: "running", attempt: 1, stages: [stage("read", 90)] };

describe("newerJob", () => {
  it.each([
    ["begun", queued, running],
    ["ended", running, { ...running, state: "cancelled" as const }],
    ["further on in its stage", running, { ...running, stages: [stage("read", 91)] }],
    ["in a later stage, though less of that is done", running, { ...running, stages: [stage("read", 100), stage("embed", 1)] }],
    ["taken up again by another process, though its stages begin anew", running, { ...running, attempt: 2, stages: [] }],
    ["asked to stop", running, { ...running, cancelling: true }],
  ])("is the one that is %s, whichever comes first", (_what, before, after) => {
    expect(newerJob(before, after)).toBe(after);
    expect(newerJob(after, before)).toBe(after);
  });

  it("is the second where nothing has changed", () => {
    const again = { ...running };
    expect(newerJob(running, again)).toBe(again);
  });
});
