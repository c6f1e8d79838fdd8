import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { choosePort, findFreePort } from "./port.mjs";

describe("choosePort", () => {
  let taken: Server;
  let port: number;

  beforeEach(async () => {
    port = await findFreePort();
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(port, resolve));
  });

  afterEach(async () => {
    vi.unstubAllEnvs();
    await new Promise((resolve) => taken.close(resolve));
  });

  it("names the port that is in use and the command with another", async () => {
    vi.stubEnv("PORT", String(port));
    await expect(choosePort("up")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(`Port ${port} is in use`) as string });
    await expect(choosePort("up")).rejects.toThrow(`PORT=${port + 1} npm run up`);
  });

  it.each(["x", "70000", "-1", "3e3"])("refuses PORT=%s", async (value) => {
    vi.stubEnv("PORT", value);
    await expect(choosePort("up")).rejects.toMatchObject({ code: "invalid_setting", field: "PORT" });
  });

  it("takes any free port for PORT=0", async () => {
    vi.stubEnv("PORT", "0");
    expect(await choosePort("up")).toBeGreaterThan(1023);
  });
});
