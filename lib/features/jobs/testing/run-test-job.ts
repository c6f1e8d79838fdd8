import { runAsRunner } from "../worker/run-as-runner";
import { testHandlers } from "./test-handlers";

const [jobId, worker] = process.argv.slice(2);
await runAsRunner({ jobId: Number(jobId), worker: worker ?? "", handlers: testHandlers });
