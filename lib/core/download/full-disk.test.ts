import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { downloadFile } from "./download-file";
import { sendBytes, startFileServer } from "./testing/file-server";

const folder = mkdtempSync(path.join(tmpdir(), "kotomap-download-full-"));

/** A disk of 1 MB; needs root on Linux. */
function mountSmallDisk(): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const mounted = mountSmallDisk();
const bytes = randomBytes(700_000);
const server = await startFileServer((request, response) => sendBytes(request, response, bytes));

afterAll(async () => {
  await server.close();
  if (mounted) execFileSync("umount", ["-l", folder]);
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!mounted)("a download onto a full disk (skipped where this user cannot mount a small one)", () => {
  it("says so, and goes on once there is room", async () => {
    const filler = path.join(folder, "filler");
    const download = () => downloadFile({ url: `${server.address}/a.bin`, to: path.join(folder, "a.bin") });
    writeFileSync(filler, Buffer.alloc(600_000));
    await expect(download()).rejects.toMatchObject({ code: "disk_full" });
    expect(readdirSync(folder).sort()).toEqual(["a.bin.part", "a.bin.part.json", "filler"]);
    rmSync(filler);
    await download();
    expect(server.requests[1]?.headers.range).toMatch(/^bytes=\d{5,}-$/);
    expect(readFileSync(path.join(folder, "a.bin")).equals(bytes)).toBe(true);
  });
});
