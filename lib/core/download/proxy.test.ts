import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { downloadFile } from "./download-file";
import { sendBytes, startFileServer } from "./testing/file-server";

it("a download goes through the proxy that HTTP_PROXY names, where NO_PROXY does not except the host", async () => {
  const bytes = Buffer.from("through the proxy");
  const server = await startFileServer((request, response) => sendBytes(request, response, bytes));
  const asked: (string | undefined)[] = [];
  const proxy = createServer().on("connect", ({ url }, client: Socket) => {
    asked.push(url);
    const tunnel = connect(Number(new URL(server.address).port), "127.0.0.1", () => client.write("HTTP/1.1 200 OK\r\n\r\n"));
    tunnel.on("error", () => undefined).pipe(client.on("error", () => undefined)).pipe(tunnel);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  vi.stubEnv("HTTP_PROXY", `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`).stubEnv("NO_PROXY", "127.0.0.1");
  const folder = mkdtempSync(path.join(tmpdir(), "kotomap-proxy-"));
  await downloadFile({ url: "http://captions.example/a.bin", to: path.join(folder, "a.bin") });
  expect([readFileSync(path.join(folder, "a.bin")), asked]).toEqual([bytes, ["captions.example:80"]]);
  await downloadFile({ url: `${server.address}/b.bin`, to: path.join(folder, "b.bin") });
  expect([server.requests.length, asked.length]).toEqual([2, 1]);
  rmSync(folder, { recursive: true });
  proxy.closeAllConnections();
  proxy.close();
  await server.close();
});
