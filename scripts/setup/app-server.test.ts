import { describe, expect, it } from "vitest";
import { startAppServer } from "./app-server.mjs";
import { findFreePort } from "./port.mjs";

/** A server in Next.js's place: it answers like a server that is still starting, three times, before its health. */
const slow = `
  let asked = 0;
  require("node:http").createServer((request, response) => {
    if (++asked <= 3) return response.writeHead(404).end("<html>");
    response.end(JSON.stringify({ status: "ok", problems: [], asked, dataDir: process.env.KOTOMAP_DATA_DIR }));
  }).listen(Number(process.argv[1]));`;

const program = (source: string): [string, string[]] => [process.execPath, ["-e", source]];

describe("startAppServer", () => {
  it("waits for the first answer of the health check, and stops the server", async () => {
    const port = await findFreePort();
    const server = await startAppServer({ port, env: { KOTOMAP_DATA_DIR: "/elsewhere" }, program: program(slow) });
    expect(server.health).toMatchObject({ status: "ok", asked: 4, dataDir: "/elsewhere" });
    expect((await fetch(`${server.url}/`)).status).toBe(200);
    await server.stop();
    await expect(fetch(`${server.url}/`)).rejects.toThrow();
  });

  it("tells what a server printed that ended before it answered", async () => {
    const failing = startAppServer({ port: await findFreePort(), program: program('console.error("no build found"); process.exit(3)') });
    await expect(failing).rejects.toMatchObject({ message: "The server ended before it answered.", output: "no build found\n" });
  });

  it("stops a server that is still starting when it is told to", async () => {
    const controller = new AbortController();
    const starting = startAppServer({ port: await findFreePort(), signal: controller.signal, program: program("setInterval(() => {}, 1000)") });
    controller.abort();
    await expect(starting).rejects.toMatchObject({ code: "cancelled" });
  });
});
