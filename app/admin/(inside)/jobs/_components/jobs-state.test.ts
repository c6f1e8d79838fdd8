import { describe, expect, it } from "vitest";
import { jobsHref, readJobsState } from "./jobs-state";

const start = readJobsState({});

describe("The address of the jobs page", () => {
  it("says nothing where nothing is chosen", () => {
    expect(jobsHref(start)).toBe("/admin/jobs");
  });

  it("keeps what is chosen, and is read back", () => {
    const href = jobsHref(start, { kind: "ingest", state: "failed" });
    expect(readJobsState(Object.fromEntries(new URL(href, "http://kotomap").searchParams))).toEqual({ ...start, kind: "ingest", state: "failed" });
  });

  it("begins with the newest jobs where another filter is chosen", () => {
    expect(jobsHref({ ...start, before: 900, shown: 90 }, { kind: "verify" })).toBe("/admin/jobs?kind=verify");
  });

  it.each([{ kind: "dance" }, { state: "running" }, { before: "-1" }, { n: "many" }])("takes %j for nothing said", (params) => {
    expect(readJobsState(params)).toEqual(start);
  });

  it("shows whole pages, up to a limit", () => {
    expect([readJobsState({ n: "31" }).shown, readJobsState({ n: "99999" }).shown]).toEqual([60, 150]);
  });
});
