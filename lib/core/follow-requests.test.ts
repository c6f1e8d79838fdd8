import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { followRequests } from "./follow-requests";
import { metrics } from "./metrics";
import { currentRequest } from "./request-context";

it("gives each request an id and an address of its own, through all that it waits for, also on a connection that is used again", async () => {
  followRequests({ trustedProxies: 0, routeOf: (path) => (path === "/known" ? path : "other") });
  const server = createServer((_, response) => {
    void wait(5).then(() => response.end(JSON.stringify(currentRequest())));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (path: string, id?: string) => {
    const response = await fetch(url + path, { headers: { ...(id && { "X-Request-Id": id }), "X-Forwarded-For": "198.51.100.1" } });
    return { header: response.headers.get("x-request-id"), ...((await response.json()) as { id: string; address: string }) };
  };
  const given = ["given-id-1", "given-id-2", "given-id-3"];
  for (const id of given) expect(await ask("/known", id)).toMatchObject({ header: id, id, address: "127.0.0.1" });
  const answers = await Promise.all(given.map((id) => ask("/known", id)));
  expect(answers.map(({ id }) => id)).toEqual(given);
  const made = await ask("/12345", "no good\tid");
  expect(made.header).toBe(made.id);
  expect(made.id).toMatch(/^[\da-f]{8}-/);
  await wait(5);
  const text = await metrics().registry.metrics();
  expect(text).toMatch(/kotomap_http_request_duration_seconds_count\{route="\/known",method="GET",status="200"\} 6/);
  expect(text).toMatch(/route="other"/);
  expect(text).not.toMatch(/12345/);
  server.close();
});
