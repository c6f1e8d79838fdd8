import { expect, it, vi } from "vitest";
import { Admission } from "./admission";

/** Work that ends when told, and whether it began. */
function heldWork() {
  let end: (value: string) => void = () => undefined;
  const begun = vi.fn();
  const work = () => {
    begun();
    return new Promise<string>((resolve) => (end = resolve));
  };
  return { work, begun, end: () => end("done") };
}

it("computes so many at once, lets so many wait, and refuses what comes beyond at once, with when to come back", async () => {
  const admission = new Admission({ atOnce: 2, waiting: 1, patience: 60_000 });
  const works = [heldWork(), heldWork(), heldWork()];
  const results = works.map(({ work }) => admission.run(work));
  expect([admission.inFlight, admission.waiting]).toEqual([2, 1]);
  const beyond = vi.fn(() => 0);
  await expect(admission.run(() => Promise.resolve(beyond()))).rejects.toMatchObject({ code: "overloaded", retryAfter: 1 });
  expect(beyond).not.toHaveBeenCalled();
  expect(works[2]!.begun).not.toHaveBeenCalled();
  works[0]!.end();
  await vi.waitFor(() => expect(works[2]!.begun).toHaveBeenCalledOnce());
  for (const { end } of works) end();
  expect(await Promise.all(results)).toEqual(["done", "done", "done"]);
  expect([admission.inFlight, admission.waiting]).toEqual([0, 0]);
});

it("refuses one whose turn does not come in time without beginning it, and gives its place in the line to the next", async () => {
  const admission = new Admission({ atOnce: 1, waiting: 1, patience: 20 });
  const [first, second, third] = [heldWork(), heldWork(), heldWork()];
  const running = admission.run(first.work);
  await expect(admission.run(second.work)).rejects.toMatchObject({ code: "overloaded" });
  expect(admission.waiting).toBe(0);
  const next = admission.run(third.work);
  first.end();
  expect(await running).toBe("done");
  await vi.waitFor(() => expect(third.begun).toHaveBeenCalledOnce());
  third.end();
  expect(await next).toBe("done");
  expect(second.begun).not.toHaveBeenCalled();
});

it("lets work that began take its time", async () => {
  const admission = new Admission({ atOnce: 1, waiting: 1, patience: 5 });
  const { work, end } = heldWork();
  const result = admission.run(work);
  await new Promise((resolve) => setTimeout(resolve, 30));
  end();
  expect(await result).toBe("done");
});

it("passes on what the work throws, and goes on", async () => {
  const admission = new Admission({ atOnce: 1, waiting: 1, patience: 1000 });
  await expect(admission.run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await admission.run(() => Promise.resolve(7))).toBe(7);
});
