import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "./find-browser.mjs";

describe("findBrowser", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "kotomap-browser-"));
    for (const name of ["google-chrome", "chromium", "notes.txt"]) await writeFile(path.join(folder, name), "");
    for (const name of ["google-chrome", "chromium"]) await chmod(path.join(folder, name), 0o755);
  });

  afterEach(() => rm(folder, { recursive: true }));

  it("takes the first known name on the PATH", () => {
    expect(findBrowser({ PATH: ["/nowhere", folder].join(path.delimiter) })).toBe(path.join(folder, "chromium"));
  });

  it("prefers CHROME_PATH", () => {
    expect(findBrowser({ PATH: folder, CHROME_PATH: path.join(folder, "google-chrome") })).toBe(path.join(folder, "google-chrome"));
  });

  it.each(["notes.txt", "missing"])("finds none where CHROME_PATH is no program (%s), rather than another than the one named", (name) => {
    expect(findBrowser({ PATH: folder, CHROME_PATH: path.join(folder, name) })).toBeNull();
  });
});
