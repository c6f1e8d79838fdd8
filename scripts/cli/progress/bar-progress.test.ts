import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { barLine } from "./bar-line";
import { BarProgress } from "./bar-progress";

const step = (stage: string, done: number, total: number | null = 1000) => ({ stage, done, total, rate: 870, etaSeconds: 61, device: "cpu" });

describe("the line on a terminal", () => {
  it("is a bar where the total is known", () => {
    expect(barLine(step("embed", 500), 120)).toBe(`embed  ${"█".repeat(12)}${"░".repeat(12)}  50 %  500/1,000 captions, 870/s, 1 min 01 s left, cpu`);
  });

  it("is a count where it is not", () => {
    expect(barLine(step("read", 500, null), 80)).toBe("read  500 captions, 870/s, 1 min 01 s left, cpu");
  });

  it.each([120, 80, 72, 60, 44])("fits into %i columns, the time left before the device", (columns) => {
    const line = barLine({ ...step("embed", 1_012_000, 1_012_000), rate: 1870, etaSeconds: 3599 }, columns);
    expect(line.length).toBeLessThanOrEqual(columns);
    expect(line).toContain("1,012,000/1,012,000 captions");
    if (columns >= 72) expect(line).toContain("left");
  });

  it.each([9, 72_500, 144_999])("keeps a bar of one width in 80 columns on a large import, at %i of 145 000", (done) => {
    expect(barLine(step("embed", done, 145_000), 80)).toMatch(/^embed {2}[█░]{12} +\d+ % {2}.*left, cpu$/);
  });
});

/** What a terminal of one moment shows: codes for the cursor dropped, redrawn lines apart. */
function terminal() {
  let raw = "";
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 }) as unknown as NodeJS.WriteStream;
  stream.on("data", (data: Buffer) => (raw += data.toString()));
  // eslint-disable-next-line no-control-regex
  const lines = () => raw.replace(/\u001B(\[[?\d]*[A-FH-Za-z]|[78])/g, "").split(/\u001B\[1G|\n/).filter((line) => line !== "");
  return { stream, lines, raw: () => raw };
}

describe("progress on a terminal", () => {
  it("leaves a line for every stage, none of the next stage's before it", () => {
    const { stream, lines } = terminal();
    const progress = new BarProgress(stream);
    progress.report(step("read", 0));
    progress.report(step("embed", 0));
    progress.close(true);
    const found = lines();
    expect(found.findIndex((line) => line.startsWith("embed"))).toBeGreaterThan(found.findIndex((line) => line.startsWith("read: done")));
    expect(found.at(-1)).toMatch(/^embed: done/);
  });

  it("shows the cursor and breaks lines again when it is closed", () => {
    const { stream, raw } = terminal();
    const progress = new BarProgress(stream);
    progress.report(step("embed", 0));
    expect(raw().endsWith("\u001B[?25h\u001B[?7h")).toBe(false);
    progress.close(false);
    expect(raw().lastIndexOf("\u001B[?25h")).toBeGreaterThan(raw().lastIndexOf("\u001B[?25l"));
    expect(raw().lastIndexOf("\u001B[?7h")).toBeGreaterThan(raw().lastIndexOf("\u001B[?7l"));
  });

  it("takes its line away while something else is written", () => {
    const { stream, raw } = terminal();
    const progress = new BarProgress(stream);
    progress.report(step("embed", 0));
    progress.aside(() => stream.write("Stopping …\n"));
    const before = raw().slice(0, raw().indexOf("Stopping"));
    expect(before.endsWith("\u001B[2K")).toBe(true);
    expect(raw().slice(raw().indexOf("Stopping"))).toContain("embed  ");
    progress.close(false);
  });
});
