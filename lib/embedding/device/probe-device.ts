import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ProbeAnswer, ProbeRequest } from "./probe";

const starter = fileURLToPath(new URL("./start-probe.mjs", import.meta.url));

/**
 * Tries a device in a process of its own: drivers that crash or hang cost the try, not this process.
 * @param timeout milliseconds
 * @throws the signal's reason where it aborts
 */
export async function probeDevice(request: ProbeRequest, { timeout, signal }: { timeout: number; signal?: AbortSignal }): Promise<ProbeAnswer> {
  signal?.throwIfAborted();
  // What drivers and the runtime write to stderr comes back as a thrown message too.
  const child = fork(starter, [], { serialization: "advanced", execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const answer = await new Promise<ProbeAnswer>((resolve) => {
    const fail = (fault: string) => resolve({ faults: [fault] });
    const timer = setTimeout(() => fail(`it gave no vectors within ${timeout / 1000} seconds`), timeout);
    signal?.addEventListener("abort", () => fail("stopped"), { once: true });
    child.once("message", (message) => resolve(message as ProbeAnswer));
    child.on("error", (error) => fail(error.message));
    child.once("exit", (code, killedBy) => fail(`its process ended without an answer (${killedBy ?? `exit code ${code}`})`));
    child.once("close", () => clearTimeout(timer));
    child.send(request);
  });
  child.kill("SIGKILL");
  signal?.throwIfAborted();
  return answer;
}
