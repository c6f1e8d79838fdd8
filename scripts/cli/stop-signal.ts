import { AppError } from "@/lib/core/errors";
import { EXIT } from "./exit-code";

/** npm passes on a Ctrl-C that the terminal has sent to the process already: signals this close (ms) are one. */
const SAME_KEY_PRESS = 300;

/**
 * A signal that aborts on the first Ctrl-C or SIGTERM; a second one ends the process at once.
 * @param onStop tells the user
 */
export function listenForStop(onStop: () => void): { signal: AbortSignal; dispose: () => void } {
  const controller = new AbortController();
  let stoppedAt: number | null = null;
  const stop = () => {
    if (stoppedAt === null) {
      stoppedAt = performance.now();
      onStop();
      controller.abort(new AppError("cancelled", "Stopped."));
    } else if (performance.now() - stoppedAt > SAME_KEY_PRESS) {
      process.exit(EXIT.stopped);
    }
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return { signal: controller.signal, dispose: () => process.off("SIGINT", stop).off("SIGTERM", stop) };
}
