import { AppError } from "@/lib/core/errors";
import { processSingleton } from "@/lib/core/process-singleton";

/** What is being done to an upload by a request of this server, by its id. */
const held = () => processSingleton("held uploads", () => new Map<string, string>());

/**
 * Runs what needs an upload's file to itself.
 * @param what reads on from "Upload … is being "
 * @throws AppError `conflict` where another request has it
 */
export async function holdUpload<T>(id: string, what: "received" | "checked" | "ingested" | "deleted", work: () => Promise<T>): Promise<T> {
  const other = held().get(id);
  if (other) throw new AppError("conflict", `Upload ${id} is being ${other} by another request. Wait for that to end, then try again.`);
  held().set(id, what);
  try {
    return await work();
  } finally {
    held().delete(id);
  }
}

/** Whether a request of this server has it for that. */
export function isHeld(id: string, what: "received" | "checked"): boolean {
  return held().get(id) === what;
}
