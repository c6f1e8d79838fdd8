import { expect, it } from "vitest";
import { addressOf, readWayBack } from "./way-back";

it("an address keeps its query", () => {
  expect(addressOf("/admin/jobs", { kind: ["ingest", "prune"], state: "failed", page: undefined })).toBe("/admin/jobs?kind=ingest&kind=prune&state=failed");
  expect(addressOf("/admin")).toBe("/admin");
});

it.each(["/admin", "/admin/jobs/12", "/admin/jobs?kind=ingest&state=failed"])("signing in leads back to %s", (to) => {
  expect(readWayBack(to)).toBe(to);
});

it.each(["https://elsewhere.example/admin", "//elsewhere.example", "/admin/../..//elsewhere.example", "/administrator", "/", "/admin\\@elsewhere.example", "/admin?\\x", undefined, ["/admin/jobs"]])("signing in leads to the overview and not to %s", (to) => {
  expect(readWayBack(to)).toBe("/admin");
});
