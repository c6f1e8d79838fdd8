import { expect, it } from "vitest";
import { assertGenerationId, isGenerationId, newGenerationId } from "./generation-id";

const now = new Date("2026-11-24T10:15:30.900Z");

it("tells the UTC time of the build", () => {
  expect(newGenerationId(now)).toMatch(/^20261124-101530-[0-9a-f]{4}$/);
});

it("sorts after the newest within one second, after a clock set back, and where the suffixes of a second are used up", () => {
  for (const newest of ["20261124-101530-3f9a", "20261124-101530-fffe", "20261124-101530-ffff", "20271231-235959-ffff", "20261123-000000-ffff"]) {
    const id = newGenerationId(now, newest);
    expect(id > newest).toBe(true);
    expect(isGenerationId(id)).toBe(true);
  }
});

it("refuses what is not an id", () => {
  for (const id of ["../20261124-101530-3f9a", "20261124-101530-3f9a/..", "20261124-101530-3f9a.partial", "..", "", "20261124-101530-3F9A", "20261124-101530-3f9a\n"]) {
    expect(() => assertGenerationId(id)).toThrow(/is not the id of an index generation/);
  }
});
