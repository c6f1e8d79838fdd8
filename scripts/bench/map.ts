import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { chromium, type Browser, type Page } from "playwright-core";
import { AppError } from "@/lib/core/errors";
import { publishSyntheticMap } from "@/lib/features/evaluation/map/publish-synthetic-map";
import { defineCommand } from "../cli/command";
import { parseCount } from "../cli/parse-count";
import { runAsMain } from "../cli/run-command";
import { startAppServer } from "../setup/app-server.mjs";
import { findBrowser, HOW_TO_GET_ONE } from "../setup/find-browser.mjs";
import { findFreePort } from "../setup/port.mjs";

interface Options {
  points: number;
  seconds: number;
}

interface Pace {
  /** Frames a second. */
  frames: number;
  /** The longest between two, in milliseconds. */
  longest: number;
}

interface Measured {
  points: number;
  /** Of all parts, as they were sent. */
  wireBytes: number;
  /** From asking for the points to the first of them on the page, and to all of them and their index. */
  firstMs: number;
  allMs: number;
  pan: Pace;
  zoom: Pace;
  /** Resident memory of the processes that show the page and that draw, in MB. */
  pageMb: number;
  drawingMb: number;
}

type Result = { adaptive: Measured; everyPoint: Measured };

const SAMPLE = ["captions_ja.json", "captions_en.json"].map((name) => path.resolve("public/sample", name));
const VIEW = { width: 1280, height: 800 };
/** Draws in software, as a machine without a graphics card does. */
const FLAGS = ["--headless", "--no-sandbox", "--no-first-run", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];

/** Notes when each frame is shown. With `every`, the page believes that its frames are quick, and draws every point in each. */
const watchFrames = (every: boolean) => `
  const shown = (globalThis.shownFrames = []);
  const original = requestAnimationFrame.bind(globalThis);
  let believed = 0;
  globalThis.requestAnimationFrame = (callback) => original((now) => callback(${every ? "(believed += 10)" : "now"}));
  const note = (now) => { shown.push(now); original(note); };
  original(note);`;

async function residentMb(browser: Browser, type: string): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const sizes = await Promise.all(processInfo.filter((process) => process.type === type).map(async ({ id }) => {
    const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
    return Number(/VmRSS:\s*(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  }));
  return Math.round(Math.max(0, ...sizes));
}

/** Frames a second while something moves the map. */
async function measurePace(page: Page, seconds: number, move: (share: number) => Promise<void>): Promise<Pace> {
  await page.evaluate("shownFrames.length = 0");
  const start = performance.now();
  for (let now = start; now < start + 1000 * seconds; now = performance.now()) await move((now - start) / (1000 * seconds));
  const frames = await page.evaluate<number[]>("shownFrames.slice()");
  const gaps = frames.slice(1).map((time, i) => time - (frames[i] ?? time));
  return { frames: (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0), longest: Math.max(...gaps) };
}

async function measureOnce(url: string, points: number, seconds: number, every: boolean): Promise<Measured> {
  const executablePath = findBrowser();
  if (!executablePath) throw new AppError("bad_input", `No browser was found: ${HOW_TO_GET_ONE}`);
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: VIEW });
    await page.addInitScript(watchFrames(every));
    const sent: Promise<number>[] = [];
    page.on("requestfinished", (request) => void (request.url().includes("/points/") && sent.push(request.sizes().then(({ responseBodySize }) => responseBodySize))));
    await page.goto(`${url}/map`);
    await page.waitForFunction("performance.getEntriesByName('map-shown').length > 0 && !document.querySelector('main [role=status]')", undefined, { timeout: 120_000 });
    const [asked, first, all] = await page.evaluate<[number, number, number]>("[...['map-asked', 'map-shown'].map((name) => performance.getEntriesByName(name)[0].startTime), performance.now()]");
    await page.waitForTimeout(2000);
    const [x, y] = [VIEW.width / 2, VIEW.height / 2 + 60];
    await page.mouse.move(x, y);
    await page.mouse.down();
    const pan = await measurePace(page, seconds, (share) => page.mouse.move(x + 250 * Math.sin(share * 4 * Math.PI), y + 120 * Math.cos(share * 4 * Math.PI)));
    await page.mouse.up();
    const zoom = await measurePace(page, seconds, (share) => page.mouse.wheel(0, share < 0.5 ? -30 : 30));
    return {
      points,
      wireBytes: (await Promise.all(sent)).reduce((sum, bytes) => sum + bytes, 0),
      firstMs: first - asked, allMs: all - asked, pan, zoom,
      pageMb: await residentMb(browser, "renderer"), drawingMb: await residentMb(browser, "GPU"),
    };
  } finally {
    await browser.close();
  }
}

const row = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;

function present({ adaptive, everyPoint }: Result): string {
  const { points, wireBytes } = adaptive;
  const line = (name: string, { firstMs, allMs, pan, zoom, pageMb, drawingMb }: Measured) =>
    row([name, (firstMs / 1000).toFixed(2), (allMs / 1000).toFixed(2), pan.frames.toFixed(1), Math.round(pan.longest), zoom.frames.toFixed(1), Math.round(zoom.longest), pageMb, drawingMb]);
  return [
    `${points} points, ${(wireBytes / 1e6).toFixed(2)} MB over the wire (${(wireBytes / points).toFixed(2)} bytes a point), drawn in software at ${VIEW.width} × ${VIEW.height}`,
    "",
    row(["while moving", "first points s", "all s", "pan frames/s", "longest ms", "zoom frames/s", "longest ms", "page MB", "drawing MB"]),
    row(["---", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:"]),
    line("as many points as are fluent", adaptive),
    line("every point in each frame", everyPoint),
  ].join("\n");
}

export const command = defineCommand<Options, Result>({
  name: "bench:map",
  summary: "Measure the map's page: bytes, time to the first points, frames a second, memory.",
  description: "Puts synthetic points, encoded as those of a layout, beside an index of the sample captions in a temporary folder, serves them with the built app and opens them in a headless Chromium that draws in software. Build the app first (npm run build).",
  configure: (program) => program.option("--points <n>", "points on the map", parseCount, 1_200_000).option("--seconds <n>", "length of each movement", parseCount, 6),
  run: async ({ options: { points, seconds }, print, signal }) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-bench-map-"));
    try {
      print("filling a data folder …");
      await promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/ingest.ts", ...SAMPLE, "--collection", "sample"], { env: { NODE_ENV: "production", PATH: path.dirname(process.execPath), KOTOMAP_DATA_DIR: dataDir, LOG_LEVEL: "error" }, signal });
      await publishSyntheticMap(dataDir, points);
      const server = await startAppServer({ port: await findFreePort(), env: { KOTOMAP_DATA_DIR: dataDir, LOG_LEVEL: "error", KOTOMAP_SEARCHES_PER_MINUTE: "0" }, signal });
      try {
        print("measuring …");
        const adaptive = await measureOnce(server.url, points, seconds, false);
        return { adaptive, everyPoint: await measureOnce(server.url, points, seconds, true) };
      } finally {
        await server.stop();
      }
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  present,
});

runAsMain(command, import.meta.url);
