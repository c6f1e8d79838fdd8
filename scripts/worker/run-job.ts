import { handlers } from "@/lib/features/jobs/handlers";
import { runAsRunner } from "@/lib/features/jobs/worker/run-as-runner";

/** Started by a worker: the job's id, and the worker's identity. */
const [jobId, worker] = process.argv.slice(2);
await runAsRunner({ jobId: Number(jobId), worker: worker ?? "", handlers });
