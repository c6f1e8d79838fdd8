import { Failure, stopped } from "./failure.mjs";
import { keepWorker } from "./keep-worker.mjs";

/**
 * Tells the address of a running server, keeps a worker beside it, and waits for the server's end.
 * @param {import("./app-server.mjs").AppServer} server
 * @param {import("./script.mjs").ScriptContext} context
 * @returns {Promise<never>} ends by throwing: `cancelled` once it was stopped, or the reason why the server ended
 */
export async function serveUntilStopped(server, { signal, write, result }) {
  write(`\nKotomap is running: ${server.url}  (Ctrl-C stops it)\n`);
  for (const { message } of server.health.problems ?? []) write(`  note: ${message}\n`);
  void server.setupLink.then((link) => write(`  No admin password is set. To set one, open this link (once, until the server ends):\n  ${link}\n`));
  result({ url: server.url, status: server.health.status });
  const worker = keepWorker({ write: (text) => write(`  ${text}`) });
  const stop = new Promise((resolve) => (signal.aborted ? resolve(null) : signal.addEventListener("abort", () => resolve(null))));
  await Promise.race([server.exited, stop]);
  await Promise.all([worker.stop(), server.stop()]);
  if (!signal.aborted) throw new Failure("internal", "The server ended by itself.", { output: server.output() });
  throw stopped();
}
