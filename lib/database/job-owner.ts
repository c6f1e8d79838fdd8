import { ownIdentity } from "@/lib/core/process-identity";
import { processSingleton } from "@/lib/core/process-singleton";
import type { Job } from "./generated/client";
import { ownerWatch, type Owned } from "./owner-watch";

/** Jobs that this process has begun and not ended: on a full disk a job may end without a row that says so. */
export const ownJobs = processSingleton("own jobs", () => new Set<number>());

type OwnedJob = Pick<Job, "id" | "worker" | "beat" | "heartbeatAt">;

const owned = ({ id, worker, beat, heartbeatAt }: OwnedJob): Owned => ({ key: `job ${id}`, owner: worker, beat, heartbeatAt });

/** Whether the process that has a job is gone for certain. */
export function isJobGone(job: OwnedJob): boolean {
  return job.worker === ownIdentity() ? !ownJobs.has(job.id) : ownerWatch().isGone(owned(job));
}

/** The same for showing, where there is no time to watch. */
export function seemsJobGone(job: OwnedJob): boolean {
  return job.worker === ownIdentity() ? !ownJobs.has(job.id) : ownerWatch().seemsGone(owned(job));
}
