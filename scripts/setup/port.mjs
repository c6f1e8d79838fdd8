import { createServer } from "node:net";
import { Failure } from "./failure.mjs";

/**
 * The port to serve on: PORT, else 3000; with PORT=0 any free one.
 * @param {string} script the npm script to name in messages
 * @throws Failure where it cannot be used
 */
export async function choosePort(script) {
  const given = process.env.PORT || "3000";
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65535) throw new Failure("invalid_setting", `PORT=${given} is no port. Give a number up to 65535, such as PORT=3001 npm run ${script}`, { field: "PORT" });
  return listenOnce(port, script);
}

/** Any port that is free now. */
export const findFreePort = () => listenOnce(0, "start");

/** @param {number} port @param {string} script @returns {Promise<number>} */
function listenOnce(port, script) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ { code, message }) => reject(portFailure(code, message, port, script)));
    server.listen(port, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

/** @param {string | undefined} code @param {string} message @param {number} port @param {string} script */
function portFailure(code, message, port, script) {
  const another = port < 65535 ? port + 1 : 3001;
  if (code === "EADDRINUSE") return new Failure("conflict", `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${another} npm run ${script}`, { field: "PORT" });
  if (code === "EACCES") return new Failure("invalid_setting", `Port ${port} is not open to this user. Choose one above 1023: PORT=3000 npm run ${script}`, { field: "PORT" });
  return new Failure("internal", `Port ${port} cannot be used: ${message}`, { field: "PORT" });
}
