import { rm } from "node:fs/promises";
import path from "node:path";
import { runBuild } from "./build-app.mjs";
import { formatDuration } from "./duration.mjs";
import { Failure } from "./failure.mjs";
import { findBrowser, HOW_TO_GET_ONE } from "./find-browser.mjs";
import { generateClient } from "./generate-client.mjs";
import { compilePackages, unpackPackages } from "./install-packages.mjs";
import { NEXT } from "./next-program.mjs";
import { projectRoot } from "./project-root.mjs";
import { lastLines, runProcess } from "./run-process.mjs";
import { countProjectTests, runTests } from "./run-tests.mjs";
import { Steps } from "./steps.mjs";
import { addCounts, testLine } from "./test-report.mjs";
import { together } from "./together.mjs";

/** A build of its own, so that an app that is being served stays as it is. */
const DIST_DIR = ".next/verify";
/** Lines of a failed step's output that are shown. */
const SHOWN = 150;

const tool = (/** @type {string} */ file) => path.join(projectRoot, "node_modules", file);

/** @param {string} name @param {string[]} args @param {AbortSignal} signal */
async function runTool(name, args, signal) {
  const { code, output } = await runProcess(process.execPath, args, { signal });
  if (code !== 0) throw new Failure("internal", `${name} found something to mend.`, { output });
  return true;
}

/** The result of work that was begun earlier. @param {Promise<PromiseSettledResult<boolean>[]> | null} work */
async function ended(work) {
  const [outcome] = (await work) ?? [];
  if (outcome?.status === "rejected") throw outcome.reason;
  return outcome?.value ?? false;
}

/** What has to hold before a change is done: one run of all checks. */
export class Verification {
  /** @type {import("./test-report.mjs").TestCounts[]} */
  counts = [];
  failed = new Set();

  /** @param {import("./script.mjs").ScriptContext} context */
  constructor({ signal, write }) {
    this.signal = signal;
    this.write = write;
    this.steps = new Steps(9, write);
  }

  /**
   * Runs a step and goes on where it fails, unless it needs one that failed.
   * @param {string} name @param {string[]} needs @param {(show: () => void) => Promise<boolean>} work
   */
  async step(name, needs, work) {
    const missing = needs.find((need) => this.failed.has(need));
    if (missing) return this.leaveOut(name, `“${missing}” failed`);
    try {
      await this.steps.run(name, work);
    } catch (error) {
      if (this.signal.aborted) throw error;
      this.failed.add(name);
      const { message, output = "" } = /** @type {Failure} */ (error);
      this.write(`${lastLines(output, SHOWN)}\nerror: ${message}\n\n`);
    }
  }

  /** @param {string} name @param {string} why */
  leaveOut(name, why) {
    this.failed.add(name);
    this.steps.leaveOut(name, why);
  }

  /** @param {"unit" | "api" | "survival" | "e2e"} project @param {Record<string, string>} [env] */
  async test(project, env) {
    await runTests(project, { signal: this.signal, env, onCounts: (counts) => this.counts.push(counts) });
    return true;
  }

  async run() {
    const { signal } = this;
    const packages = "Install the packages";
    const client = "Generate the database client";
    const build = "Build the app";
    await this.removeBuild();
    await this.step(packages, [], () => unpackPackages({ signal }));
    await this.step(client, [packages], () => generateClient({ signal }));
    const routes = "Generate the route types";
    await this.step(routes, [client], () => runTool("next typegen", [NEXT, "typegen"], signal));
    const lint = () => runTool("ESLint", [tool("eslint/bin/eslint.js"), ".", "--max-warnings", "0"], signal);
    const types = () => runTool("TypeScript", [tool("typescript/bin/tsc"), "--noEmit"], signal);
    const native = "Compile the native packages";
    // That is one long C file above all, and takes one core.
    const compiled = this.failed.has(packages) ? null : Promise.allSettled([compilePackages({ signal })]);
    await this.step("Lint and check the types", [routes], () => together([lint, types]));
    await this.step(native, [packages], () => ended(compiled));
    await this.step("Unit tests", [client, native], () => this.test("unit"));
    await this.step(build, [client, native], () => runBuild({ signal, distDir: DIST_DIR }).then(() => true));
    const serverTests = /** @type {const} */ (["api", "survival"]).map((project) => () => this.test(project, { KOTOMAP_DIST_DIR: DIST_DIR }));
    await this.step("API and survival tests", [build], () => together(serverTests));
    await this.testInBrowser([build]);
    await this.removeBuild();
  }

  /** Its route types would be checked along with those of the app, and grow stale. */
  removeBuild() {
    return rm(path.join(projectRoot, DIST_DIR), { recursive: true, force: true });
  }

  /** @param {string[]} needs */
  async testInBrowser(needs) {
    const browser = findBrowser();
    if (browser || needs.some((need) => this.failed.has(need))) return this.step("Browser tests", needs, () => this.test("e2e", { KOTOMAP_DIST_DIR: DIST_DIR }));
    if (process.env.CI) return this.leaveOut("Browser tests", `no browser was found, and with CI set they must run; ${HOW_TO_GET_ONE}`);
    const skipped = await countProjectTests("e2e", { signal: this.signal });
    this.counts.push({ passed: 0, failed: 0, skipped });
    this.steps.leaveOut("Browser tests", `no browser was found; ${HOW_TO_GET_ONE}`);
  }

  summary() {
    const seconds = this.steps.finished.reduce((sum, step) => sum + step.seconds, 0);
    const lines = this.steps.finished.map(({ name, outcome, seconds: took }) => `  ${name.padEnd(30)} ${outcome === "done" || outcome === "failed" ? `${outcome}, ${formatDuration(took)}` : outcome}`);
    return `\nSummary\n${lines.join("\n")}\n  ${"Total".padEnd(30)} ${formatDuration(seconds)}\n`;
  }
}

/** @param {import("./script.mjs").ScriptContext} context */
export async function verify(context) {
  const verification = new Verification(context);
  await verification.run();
  const tests = addCounts(verification.counts);
  context.write(`${verification.summary()}\n${testLine(tests)}\n`);
  const failed = [...verification.failed];
  context.result({ passed: failed.length === 0, failed, tests, steps: verification.steps.finished });
  return failed.length === 0 ? 0 : 1;
}
