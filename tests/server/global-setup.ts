import type { TestProject } from "vitest/node";
import { processSingleton } from "@/lib/core/process-singleton";
import "./provided";
import { startApp, type RunningApp } from "./running-app";

/** The api and the e2e project of one run share one app: this module is loaded once for each of them. */
const shared = processSingleton("tests/server", () => ({ users: 0, app: null as Promise<RunningApp> | null }));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.users++;
  const { baseUrl, dataDir, stop } = await (shared.app ??= startApp());
  project.provide("baseUrl", baseUrl);
  project.provide("dataDir", dataDir);
  return async () => {
    shared.users--;
    if (shared.users === 0) await stop();
  };
}
