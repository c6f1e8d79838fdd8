import { startAppServer } from "./app-server.mjs";
import { buildApp } from "./build-app.mjs";
import { prepareDatabase, seedSample } from "./data-folder.mjs";
import { generateClient } from "./generate-client.mjs";
import { installPackages } from "./install-packages.mjs";
import { choosePort } from "./port.mjs";
import { serveUntilStopped } from "./serve.mjs";
import { Steps } from "./steps.mjs";

/**
 * From a fresh clone to the running app.
 * @param {import("./script.mjs").ScriptContext} context
 */
export async function up(context) {
  const { signal, write } = context;
  // Before anything that takes minutes.
  const port = await choosePort("up");
  const steps = new Steps(6, write);
  await steps.run("Install the packages", () => installPackages({ signal }));
  await steps.run("Generate the database client", () => generateClient({ signal }));
  await steps.run("Prepare the database", () => prepareDatabase({ signal }));
  await steps.run("Import the sample captions", (show) => seedSample({ signal, show }));
  await steps.run("Build the app", () => buildApp({ signal }));
  const server = await startServer(steps, port, signal);
  return serveUntilStopped(server, context);
}

/** @param {Steps} steps @param {number} port @param {AbortSignal} signal */
async function startServer(steps, port, signal) {
  /** @type {import("./app-server.mjs").AppServer | undefined} */
  let server;
  await steps.run("Start the server", async () => {
    server = await startAppServer({ port, signal });
    return true;
  });
  return /** @type {import("./app-server.mjs").AppServer} */ (server);
}
