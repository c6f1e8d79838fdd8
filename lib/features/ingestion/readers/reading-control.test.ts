import { existsSync } from "node:fs";
import { appendFile, readdir, readlink, rm, truncate } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { CaptionFile } from "../caption-file";
import { openCaptionFiles } from "./open-caption-files";
import { withFile } from "./test-reading";

const rows = Array.from({ length: 60_000 }, (_, index) => ({ id: index, image_id: 1, caption: `a caption, number ${index}` }));
const large = JSON.stringify({ annotations: rows });

// Open files are listed by Linux alone.
const countingHandles = test.skipIf(!existsSync("/proc/self/fd"));

async function openHandles(filePath: string): Promise<number> {
  const links = await Promise.all((await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => "")));
  return links.filter((link) => link.startsWith(filePath)).length;
}

/** Reads the first chunk, does `then`, and reads on. */
async function interrupt(filePath: string, then: () => Promise<void> | void, signal?: AbortSignal): Promise<void> {
  for await (const file of openCaptionFiles(filePath, { signal })) {
    let first = true;
    for await (const chunk of file.chunks) {
      expect(chunk.captions.length).toBeGreaterThan(0);
      if (first) await then();
      first = false;
    }
  }
}

countingHandles.each([["captions.json", large], ["captions.json.gz", gzipSync(large)]])("an aborted reading of %s stops as cancelled and closes the file", async (name, content) => {
  await withFile(name, content, async (filePath) => {
    const controller = new AbortController();
    await expect(interrupt(filePath, () => controller.abort(), controller.signal)).rejects.toMatchObject({ code: "cancelled" });
    expect(await openHandles(filePath)).toBe(0);
  });
});

countingHandles("a signal aborted beforehand reads nothing", async () => {
  await withFile("captions.json", large, async (filePath) => {
    await expect(openCaptionFiles(filePath, { signal: AbortSignal.abort() }).next()).rejects.toMatchObject({ code: "cancelled" });
    expect(await openHandles(filePath)).toBe(0);
  });
});

countingHandles.each([["captions.json", large], ["captions.json.gz", gzipSync(large)], ["rows.jsonl", rows.map((row) => JSON.stringify(row)).join("\n")], ["rows.csv", `image_id,caption\n${rows.map((row) => `1,"${row.caption}"`).join("\n")}`]])("leaving %s early closes the file", async (name, content) => {
  await withFile(name, content, async (filePath) => {
    let openWhileReading = 0;
    for await (const file of openCaptionFiles(filePath)) {
      for await (const chunk of file.chunks) {
        expect(chunk.captions).toHaveLength(1000);
        openWhileReading = await openHandles(filePath);
        break;
      }
      break;
    }
    expect(openWhileReading).toBe(1);
    expect(await openHandles(filePath)).toBe(0);
  });
});

countingHandles("a refused file is closed", async () => {
  await withFile("a.json", "<html>", async (filePath) => {
    await expect(openCaptionFiles(filePath).next()).rejects.toThrow(/HTML/);
    expect(await openHandles(filePath)).toBe(0);
  });
});

test.each<[string, (filePath: string) => Promise<void>]>([
  ["changed", (filePath) => appendFile(filePath, " ")],
  ["changed", (filePath) => truncate(filePath, 1000)],
  ["deleted", (filePath) => rm(filePath)],
])("a file that is %s while it is read is refused (%#)", async (what, alter) => {
  await withFile("captions.json", large, async (filePath) => {
    await expect(interrupt(filePath, () => alter(filePath))).rejects.toThrow(new RegExp(`captions\\.json was ${what} while it was being read`));
  });
});

test("progress grows to 1, and info waits for the end", async () => {
  await withFile("captions.json", large, async (filePath) => {
    const shares: number[] = [];
    let last: CaptionFile | null = null;
    for await (const file of openCaptionFiles(filePath)) {
      last = file;
      expect(() => file.info()).toThrow(/has not been read to its end/);
      expect(file.progress()).toBe(0);
      for await (const chunk of file.chunks) if (chunk.captions.length > 0) shares.push(file.progress());
    }
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(new Set(shares).size).toBeGreaterThan(5);
    expect(last?.progress()).toBe(1);
    expect(last?.info().sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
