import fs from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { AppError } from "@/lib/core/errors";

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
const self = () => `${process.pid}@${hostname()}`;

/** Claims of this process: one with its number that is not among them was left by an earlier process. */
const ownClaims = new Set<string>();

/** Whether the process that wrote the claim lives. One of another machine may, and one that has written no name yet has just begun. */
function isHeld(claim: string, owner: string): boolean {
  if (owner === self()) return ownClaims.has(claim);
  const [pid, host] = owner.split("@");
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** @returns false where there is a claim already */
async function tryClaim(claim: string): Promise<boolean> {
  try {
    await fs.writeFile(claim, self(), { flag: "wx" });
    ownClaims.add(claim);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * Makes this call the only one that writes a file. A claim whose process was killed is taken over.
 * @param doing what becomes of the file, for the message
 * @returns gives the claim back
 * @throws AppError `conflict` naming the process that has it
 */
export async function claimFile(file: string, doing = "downloaded"): Promise<() => Promise<void>> {
  const claim = path.resolve(`${file}.lock`);
  if (!(await tryClaim(claim))) {
    const owner = await fs.readFile(claim, "utf8").catch(() => "");
    if (!isHeld(claim, owner)) await fs.rm(claim, { force: true });
    if (isHeld(claim, owner) || !(await tryClaim(claim))) {
      const name = path.basename(file);
      throw new AppError("conflict", `${name} is being ${doing} by another process (${owner || "which has just begun"}). Wait for it to end, or stop it, then run this again. If there is no such process, delete ${claim}.`, { field: name });
    }
  }
  return async () => {
    await fs.rm(claim, { force: true });
    ownClaims.delete(claim);
  };
}
