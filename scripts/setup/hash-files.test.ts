import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashFiles } from "./hash-files.mjs";
import { projectRoot } from "./project-root.mjs";

describe("hashFiles", () => {
  let folder: string;
  const hash = (options?: Parameters<typeof hashFiles>[1]) => hashFiles([path.relative(projectRoot, folder), "no/such/file"], options);

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "kotomap-hash-"));
    await mkdir(path.join(folder, "deep"));
    await writeFile(path.join(folder, "deep/a.ts"), "a");
    await writeFile(path.join(folder, "b.ts"), "b");
  });

  afterEach(() => rm(folder, { recursive: true }));

  it("stays where nothing changed", async () => expect(await hash()).toBe(await hash()));

  it("changes with the bytes, the names, the set of files and the salt", async () => {
    const hashes = [await hash(), await hash({ salt: "1" })];
    await writeFile(path.join(folder, "deep/a.ts"), "A");
    hashes.push(await hash());
    await rename(path.join(folder, "deep/a.ts"), path.join(folder, "deep/c.ts"));
    hashes.push(await hash());
    await rm(path.join(folder, "b.ts"));
    hashes.push(await hash());
    expect(new Set(hashes).size).toBe(5);
  });

  it("does not see what is skipped", async () => {
    const skip = (file: string) => file.endsWith("b.ts");
    const before = await hash({ skip });
    await writeFile(path.join(folder, "b.ts"), "changed");
    expect(await hash({ skip })).toBe(before);
  });
});
