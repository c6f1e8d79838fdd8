import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { measureFile, measureFolder } from "./measure-folder";

it("adds up the files of a folder and those within it, follows no links, and finds 0 bytes where there is nothing", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "kotomap-measure-"));
  try {
    await mkdir(path.join(folder, "a", "b"), { recursive: true });
    await writeFile(path.join(folder, "one"), "x".repeat(10));
    await writeFile(path.join(folder, "a", "b", "two"), "x".repeat(300));
    await symlink(path.join(folder, "a"), path.join(folder, "again"));
    expect(await measureFolder(folder)).toBe(310);
    expect(await measureFile(path.join(folder, "one"))).toBe(10);
    expect(await measureFolder(path.join(folder, "nowhere"))).toBe(0);
    expect(await measureFile(path.join(folder, "nowhere"))).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});
