// Runs in a fresh clone, perhaps by a Node.js too old for the rest: until its version is checked, nothing else is loaded.
import { nodeVersionProblem } from "./setup/node-version.mjs";

const problem = nodeVersionProblem(process.version);
if (problem) {
  process.stderr.write(`error: ${problem}\n`);
  process.exit(1);
}
const { runScript } = await import("./setup/script.mjs");
const { up } = await import("./setup/up.mjs");
await runScript({ name: "up", about: "From a fresh clone to the running app: installs, makes the database, imports the sample captions, builds, serves.\nWhat is done already is skipped. KOTOMAP_DATA_DIR and PORT are honoured.", run: up });
