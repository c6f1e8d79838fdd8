import { fileURLToPath } from "node:url";
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// `--import tsx` reads TypeScript on the main thread only: a worker thread has to ask for it itself.
register({ tsconfig: fileURLToPath(new URL("../../../tsconfig.json", import.meta.url)) });
await import(`./${workerData.module}`);
