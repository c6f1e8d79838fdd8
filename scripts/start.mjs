import { startAppServer } from "./setup/app-server.mjs";
import { isBuilt } from "./setup/build-app.mjs";
import { Failure } from "./setup/failure.mjs";
import { choosePort } from "./setup/port.mjs";
import { runScript } from "./setup/script.mjs";
import { serveUntilStopped } from "./setup/serve.mjs";

await runScript({
  name: "start",
  about: "Serves the built app. KOTOMAP_DATA_DIR and PORT are honoured.",
  async run(context) {
    if (!isBuilt()) throw new Failure("not_found", "The app is not built yet. Run npm run up, which does everything, or npm run build.");
    const server = await startAppServer({ port: await choosePort("start"), signal: context.signal });
    return serveUntilStopped(server, context);
  },
});
