import { expect, it } from "vitest";
import { SearchLimit } from "./search-limit";

const from = (address: string) => ({ id: "request-1", address, isForwarded: false, countedAsSearch: false });

it("refuses an address that asks too often, with when to come back, and nobody else", async () => {
  const limit = new SearchLimit(2);
  await limit.count(from("192.0.2.1"));
  await limit.count(from("192.0.2.1"));
  await expect(limit.count(from("192.0.2.1"))).rejects.toMatchObject({ code: "too_many_requests", retryAfter: expect.toSatisfy((seconds: number) => seconds >= 1 && seconds <= 60) as number });
  await limit.count(from("192.0.2.2"));
});

it("counts a page that searches several times once", async () => {
  const limit = new SearchLimit(1);
  const page = from("192.0.2.1");
  for (let i = 0; i < 5; i++) await limit.count(page);
  await expect(limit.count(from("192.0.2.1"))).rejects.toMatchObject({ code: "too_many_requests" });
});

it("takes a customer's /64 of IPv6 addresses for one", async () => {
  const limit = new SearchLimit(1);
  await limit.count(from("2001:db8::1"));
  await expect(limit.count(from("2001:db8::2"))).rejects.toMatchObject({ code: "too_many_requests" });
});

it("limits nobody where it is off", async () => {
  const limit = new SearchLimit(0);
  for (let i = 0; i < 100; i++) await limit.count(from("192.0.2.1"));
});
