// Runs in a fresh clone, perhaps by a Node.js too old for the rest: until its version is checked, nothing else is loaded.
import { nodeVersionProblem } from "./setup/node-version.mjs";

const problem = nodeVersionProblem(process.version);
if (problem) {
  process.stderr.write(`error: ${problem}\n`);
  process.exit(1);
}
const { runScript } = await import("./setup/script.mjs");
const { verify } = await import("./setup/verify.mjs");
await runScript({ name: "verify", about: "Lint, types, unit tests, then a build with API, survival and browser tests; from a fresh clone on.\nWithout a browser its tests are left out, but not where CI is set.", run: verify });
