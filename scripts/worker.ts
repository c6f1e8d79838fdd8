import path from "node:path";
import packageJson from "@/package.json";
import { readEnv } from "@/lib/core/env";
import { logger } from "@/lib/core/logger";
import { Supervisor } from "@/lib/features/jobs/worker/supervisor";
import { defineCommand } from "./cli/command";
import { runAsMain } from "./cli/run-command";

/** Aborts when the program that started this one, and holds a channel to it, has ended. */
function parentEnded(): AbortSignal {
  const controller = new AbortController();
  process.once("disconnect", () => controller.abort());
  return controller.signal;
}

export const command = defineCommand<object, { stopped: true }>({
  name: "worker",
  summary: "Do the jobs that are queued: ingests, re-indexes, checks.",
  description:
    "Takes jobs from the database and does each in a process of its own, until it is stopped. npm start and npm run up have one beside the server already; any number may run. " +
    "When it is stopped its jobs go back into the queue, and the next worker goes on with them.",
  run: async ({ signal, print }) => {
    // Beside a server its lines are part of the server's log.
    const onEvent = process.connected ? (message: string) => logger().info(message) : print;
    const supervisor = new Supervisor({ dataDir: readEnv().dataDir, version: packageJson.version, runner: path.resolve("scripts/worker/run-job.ts"), onEvent });
    await supervisor.run(AbortSignal.any([signal, parentEnded()]));
    // Left open, the channel would keep the process.
    if (process.connected) process.disconnect();
    return { stopped: true };
  },
  present: () => "",
});

runAsMain(command, import.meta.url);
