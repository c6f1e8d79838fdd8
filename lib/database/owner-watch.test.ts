import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { afterEach, describe, expect, it, vi } from "vitest";
import { livenessOf, ownIdentity } from "@/lib/core/process-identity";
import { OwnerWatch, type Owned } from "./owner-watch";

const ELSEWHERE = "another-machine:4711:99-abcdef";
const owned = (owner: string | null, beat = 1, heartbeatAt = new Date()): Owned => ({ key: "job 1", owner, beat, heartbeatAt });

/** A watch that looks every second for a while. @returns whether it says at the end that the owner is gone */
function watchFor(seconds: number, row: (second: number) => Owned): boolean {
  let now = 0;
  const watch = new OwnerWatch(() => now);
  let gone = false;
  for (let second = 0; second <= seconds; second++, now += 1000) gone = watch.isGone(row(second));
  return gone;
}

afterEach(() => {
  vi.useRealTimers();
});

describe("OwnerWatch", () => {
  it("takes the owner of a beat that stands still for a minute for gone, not one that goes on", () => {
    expect(watchFor(59, () => owned(ELSEWHERE))).toBe(false);
    expect(watchFor(61, () => owned(ELSEWHERE))).toBe(true);
    expect(watchFor(300, (second) => owned(ELSEWHERE, Math.floor(second / 50)))).toBe(false);
  });

  it.each([["back", -86_400_000], ["forth", 86_400_000]])("is not misled by a wall clock that is set %s a day, neither by the living nor by the dead", (_, shift) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    const before = new Date();
    const watched = (second: number, beat: number) => {
      if (second === 10) vi.setSystemTime(before.getTime() + shift);
      return owned(ELSEWHERE, beat, second < 10 ? before : new Date());
    };
    expect(watchFor(120, (second) => watched(second, second))).toBe(false);
    vi.setSystemTime(before);
    expect(watchFor(120, (second) => watched(second, 1))).toBe(true);
  });

  it("does not take the owners for gone that were halted with it", () => {
    let now = 0;
    const watch = new OwnerWatch(() => now);
    watch.isGone(owned(ELSEWHERE));
    now += 3_600_000;
    expect(watch.isGone(owned(ELSEWHERE))).toBe(false);
  });

  it("shows what nobody has watched yet by the time of its last heartbeat, but takes nothing from it", () => {
    const watch = new OwnerWatch();
    const old = owned(ELSEWHERE, 1, new Date(Date.now() - 120_000));
    expect(watch.seemsGone(old)).toBe(true);
    expect(watch.isGone(old)).toBe(false);
    expect(new OwnerWatch().seemsGone(owned(ELSEWHERE))).toBe(false);
  });
});

describe("livenessOf", () => {
  it("knows this process, and an earlier one of its number", () => {
    expect(livenessOf(ownIdentity())).toBe("alive");
    expect(livenessOf(`${hostname()}:${process.pid}:1-abc`)).toBe("gone");
    expect(livenessOf(ELSEWHERE)).toBe("unknown");
  });

  it.skipIf(process.platform !== "linux")("tells a process from a later one of the same number by when it started (skipped where the system does not tell)", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await once(child, "spawn");
    const stat = readFileSync(`/proc/${child.pid}/stat`, "utf8");
    const start = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    expect(livenessOf(`${hostname()}:${child.pid}:${start}-abc`)).toBe("alive");
    expect(livenessOf(`${hostname()}:${child.pid}:${Number(start) - 1}-abc`)).toBe("gone");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(livenessOf(`${hostname()}:${child.pid}:${start}-abc`)).toBe("gone");
  });
});
