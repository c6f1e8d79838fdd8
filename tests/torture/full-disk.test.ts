import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findJob, ingestTask, submit, waitForEnd } from "./jobs";
import { search } from "./own-data";
import { useOwnData } from "./use-own-data";
import { findDifferences, readDataState } from "./data-state";

/** Bytes left free: enough to note down what happens, not for captions. */
const LEFT = 400_000;
const disk = mkdtempSync(path.join(tmpdir(), "kotomap-disk-"));

function mountSmallDisk(): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=120m", "tmpfs", disk], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const mounted = mountSmallDisk();
const ownData = useOwnData();

afterAll(() => {
  if (mounted) execFileSync("umount", ["-l", disk]);
  rmSync(disk, { recursive: true, force: true });
});

function fillUp(): () => void {
  const file = path.join(disk, "filler");
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(file, Buffer.alloc(bavail * bsize - LEFT));
  return () => rmSync(file);
}

describe.skipIf(!mounted)("a full disk (skipped where this user cannot mount a small one)", () => {
  it("is told by the state; searches go on; nothing is lost; with room again the same ingest ends", async () => {
    const data = await ownData(disk);
    const worker = data.startWorker();
    const generation = await data.ingest(20);
    const before = await readDataState(data.dataDir);
    const server = await data.startServer();
    const free = fillUp();
    const id = await submit(data.db, ingestTask(await data.corpus({ images: 400 })));
    const { problems, status } = await server.waitForHealth((health) => health.problems.some(({ code }) => code === "disk_full"));
    expect(status).toBe("degraded");
    expect(problems.map(({ code }) => code)).toEqual(["disk_full"]);
    // The job's end can be written where what it had begun was thrown away.
    await expect.poll(async () => (await findJob(data.db, id)).state === "failed" || worker.output.includes("The disk is full"), { timeout: 300_000, interval: 500 }).toBe(true);
    expect(await search(server)).toMatchObject({ status: 200, generation });
    free();
    const job = await waitForEnd(data.db, id);
    expect(job).toMatchObject({ state: "failed", errorCode: "disk_full" });
    expect(findDifferences(await readDataState(data.dataDir), before)).toEqual([]);
    expect([worker.ended, server.process.ended]).toEqual([null, null]);
    const next = await data.ingest(40);
    await server.waitForHealth((health) => health.generation === next && health.status === "ok");
    expect(await data.db.caption.count()).toBe(300);
  });
});
