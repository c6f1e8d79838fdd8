import path from "node:path";
import { expect, it } from "vitest";
import { measurePipeline, type PipelinePart } from "./measure-pipeline";

it("measures every part, and a device that is slow is waited for", async () => {
  const seen: PipelinePart[] = [];
  const texts = Array.from({ length: 600 }, (_, i) => `Bus ${i} stops by the park.`);
  const { parts, captions } = await measurePipeline({ modelsDir: path.resolve("models"), texts, devicePerSecond: 1000, signal: new AbortController().signal, onPart: (part) => seen.push(part) });
  expect(captions).toBe(600);
  expect(parts.map(({ part }) => part)).toEqual(["read", "tokenize", "save", "all but saving", "all"]);
  expect(seen).toEqual(parts.map(({ part }) => part));
  expect(parts.map(({ deviceIdle }) => deviceIdle !== null)).toEqual([false, true, false, true, true]);
  // The device sleeps for as long as it is told to: 0.6 s, however fast the machine.
  for (const { part, captionsPerSecond } of parts.slice(3)) expect(captionsPerSecond, part).toBeLessThanOrEqual(1050);
});
