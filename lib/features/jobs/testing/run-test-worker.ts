import { fileURLToPath } from "node:url";
import { readEnv } from "@/lib/core/env";
import { Supervisor } from "../worker/supervisor";

/** A worker whose jobs are those of testHandlers; prints what it does. */
const controller = new AbortController();
process.once("SIGTERM", () => controller.abort());
const runner = fileURLToPath(new URL("run-test-job.ts", import.meta.url));
await new Supervisor({ dataDir: readEnv().dataDir, version: "test", runner, onEvent: (message) => process.stdout.write(`${message}\n`) }).run(controller.signal);
process.exit();
