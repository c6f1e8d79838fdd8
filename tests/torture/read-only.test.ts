import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { useOwnData } from "./use-own-data";
import { startWorker } from "./app-process";

const disk = mkdtempSync(path.join(tmpdir(), "kotomap-read-only-"));
const mount = (...options: string[]) => execFileSync("mount", [...options, disk], { stdio: "ignore" });

function mountDisk(): boolean {
  try {
    mount("-t", "tmpfs", "-o", "size=128m", "tmpfs");
    return true;
  } catch {
    return false;
  }
}

const mounted = mountDisk();
const ownData = useOwnData();

afterAll(() => {
  if (mounted) execFileSync("umount", ["-l", disk]);
  rmSync(disk, { recursive: true, force: true });
});

describe.skipIf(!mounted)("a data folder that cannot be written (skipped where this user cannot mount one)", () => {
  it("is told by the state of server and worker, which wait; mended, both go on without a restart", async () => {
    const data = await ownData(disk);
    const first = startWorker(data.dataDir);
    const generation = await data.ingest(20);
    await first.kill("SIGTERM");
    await data.db.$disconnect();
    mount("-o", "remount,ro");
    const server = await data.startServer();
    const worker = data.startWorker();
    const { problems } = await server.waitForHealth((health) => health.problems.length > 0);
    expect(problems.map(({ code }) => code)).toContain("not_permitted");
    await expect.poll(() => worker.output, { timeout: 120_000 }).toContain("No jobs are taken until this is mended");
    expect([worker.ended, server.process.ended]).toEqual([null, null]);
    mount("-o", "remount,rw");
    await server.waitForHealth((health) => health.generation === generation && health.status === "ok");
    const next = await data.ingest(30);
    await server.waitForHealth((health) => health.generation === next);
    expect(worker.output).toContain("can be used again");
  });
});
