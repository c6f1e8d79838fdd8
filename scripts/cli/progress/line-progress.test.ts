import { describe, expect, it } from "vitest";
import { LineProgress } from "./line-progress";

function record() {
  const lines: string[] = [];
  let clock = 0;
  const progress = new LineProgress(
    (line) => lines.push(line),
    () => clock,
  );
  return { lines, progress, at: (milliseconds: number) => (clock = milliseconds) };
}

const step = (stage: string, done: number, total: number | null = 1000) => ({ stage, done, total, rate: 870, etaSeconds: 61, device: "cpu" });

describe("progress lines", () => {
  it("are at least three seconds apart within a stage", () => {
    const { lines, progress, at } = record();
    for (let time = 0; time <= 10_000; time += 100) {
      at(time);
      progress.report(step("embed", time / 10));
    }
    expect(lines).toEqual([
      "embed: 30 %, 300/1,000 captions, 870/s, 1 min 01 s left, cpu",
      "embed: 60 %, 600/1,000 captions, 870/s, 1 min 01 s left, cpu",
      "embed: 90 %, 900/1,000 captions, 870/s, 1 min 01 s left, cpu",
    ]);
  });

  it("tell the end of every stage and of every file", () => {
    const { lines, progress } = record();
    progress.report({ ...step("read", 10, null), file: "/tmp/a.json", device: null });
    progress.report({ ...step("read", 20, null), file: "/tmp/b.json", device: null });
    progress.report(step("embed", 30));
    progress.close(true);
    expect(lines).toEqual(["read: done, 10 captions, 870/s, a.json, in 0.0 s", "read: done, 20 captions, 870/s, b.json, in 0.0 s", "embed: done, 30 captions, 870/s, cpu, in 0.0 s"]);
  });

  it("show bytes in megabytes", () => {
    const { lines, progress, at } = record();
    const bytes = (done: number) => ({ stage: "download", unit: "bytes", done, total: 241_400_000, rate: 3_140_000, etaSeconds: 61, file: "a.zip" });
    progress.report(bytes(0));
    at(3000);
    progress.report(bytes(12_000_000));
    progress.report(bytes(241_400_000));
    progress.close(true);
    expect(lines).toEqual(["download: 4 %, 12/241 MB, 3.1 MB/s, 1 min 01 s left, a.zip", "download: done, 241 MB, 3.1 MB/s, a.zip, in 0.0 s"]);
  });

  it("do not call a stage done that was broken off", () => {
    const { lines, progress } = record();
    progress.report(step("embed", 30));
    progress.close(false);
    expect(lines).toEqual(["embed: 3 %, 30/1,000 captions, 870/s, cpu, not finished"]);
  });
});
