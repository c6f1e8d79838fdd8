import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { processSingleton } from "./process-singleton";

/** What a process can tell of another at once: "unknown" where it runs on another machine. */
export type Liveness = "alive" | "gone" | "unknown";

/** Where the state and the start of a process stand in /proc/<pid>/stat, counted behind the program's name. */
const STATE = 0;
const START = 19;

/** When the process started (clock ticks since the machine did), by which a later process of the same number is told from it. Null where the system does not tell. */
function readStart(pid: number): { start: string; ended: boolean } | null {
  try {
    const stat = readFileSync(/* turbopackIgnore: true */ `/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, start] = [fields[STATE], fields[START]];
    return state && start ? { start, ended: "ZX".includes(state) } : null;
  } catch {
    return null;
  }
}

/** host:pid:nonce of this process; no other has it, before or after. */
export function ownIdentity(): string {
  return processSingleton("identity", () => `${hostname()}:${process.pid}:${readStart(process.pid)?.start ?? 0}-${randomBytes(6).toString("hex")}`);
}

export function pidOf(identity: string): number {
  return Number(identity.split(":").at(-2));
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether the process of an identity lives, as far as its number tells; "alive" may be a later process of that number where the system does not tell when one started. */
export function livenessOf(identity: string): Liveness {
  if (identity === ownIdentity()) return "alive";
  const [host, pid, nonce] = [identity.replace(/:[^:]*:[^:]*$/, ""), pidOf(identity), identity.split(":").at(-1) ?? ""];
  if (host !== hostname()) return "unknown";
  if (pid === process.pid || !exists(pid)) return "gone";
  const now = readStart(pid);
  const [start] = nonce.split("-");
  return now && (now.ended || (start !== "0" && start !== now.start)) ? "gone" : "alive";
}
