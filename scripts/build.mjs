import { buildApp } from "./setup/build-app.mjs";
import { generateClient } from "./setup/generate-client.mjs";
import { runScript } from "./setup/script.mjs";
import { Steps } from "./setup/steps.mjs";

await runScript({
  name: "build",
  about: "Builds the app for production, into .next.",
  async run({ signal, write, result }) {
    const steps = new Steps(2, write);
    await steps.run("Generate the database client", () => generateClient({ signal }));
    await steps.run("Build the app", () => buildApp({ signal, force: true }));
    result({ steps: steps.finished });
    return 0;
  },
});
