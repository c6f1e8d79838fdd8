import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { projectRoot } from "./project-root.mjs";
import { runProcess } from "./run-process.mjs";
import { countTests } from "./test-report.mjs";

const VITEST = path.join(projectRoot, "node_modules/vitest/vitest.mjs");

/**
 * Runs a vitest project.
 * @param {"unit" | "api" | "survival" | "e2e"} project
 * @param {{ signal: AbortSignal, env?: Record<string, string>, onCounts: (counts: import("./test-report.mjs").TestCounts) => void }} options
 * @throws Failure where a test failed
 */
export async function runTests(project, { signal, env = {}, onCounts }) {
  const report = path.join(projectRoot, "test-results", `${project}.json`);
  await mkdir(path.dirname(report), { recursive: true });
  await rm(report, { force: true });
  const args = [VITEST, "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code, output } = await runProcess(process.execPath, args, { signal, env: { ...env, NO_COLOR: "1" } });
  const text = await readFile(report, "utf8").catch(() => null);
  if (text) onCounts(countTests(JSON.parse(text)));
  else onCounts({ passed: 0, failed: 1, skipped: 0 });
  if (code !== 0) throw new Failure("internal", `The ${project} tests failed.`, { output });
}

/**
 * How many tests a vitest project has, without running them.
 * @param {"e2e"} project
 * @param {{ signal: AbortSignal }} options
 */
export async function countProjectTests(project, { signal }) {
  const { code, stdout } = await runProcess(process.execPath, [VITEST, "list", "--project", project, "--json"], { signal });
  const start = stdout.indexOf("[");
  return code === 0 && start >= 0 ? JSON.parse(stdout.slice(start)).length : 0;
}
