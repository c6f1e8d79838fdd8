import { describe, expect, it } from "vitest";
import { dot, row } from "@/lib/core/vector";
import { createFakeEmbedder } from "./fake-embedder";

describe("the fake embedder", () => {
  it("gives a text the same vector each time, of length 1", async () => {
    const [first, second] = await Promise.all([createFakeEmbedder().embed(["dog", "", "犬"]), createFakeEmbedder().embed(["dog", "", "犬"])]);
    expect(first).toEqual(second);
    for (const i of [0, 1, 2]) expect(dot(row(first, i, 32), row(first, i, 32))).toBeCloseTo(1, 5);
  });

  it("sets texts that share spelling nearer than others", async () => {
    const vectors = await createFakeEmbedder({ dimensions: 256 }).embed(["a brown dog runs", "a brown dog ran", "二匹の猫が寝ている"]);
    const [dog, like, other] = [0, 1, 2].map((i) => row(vectors, i, 256)) as [Float32Array, Float32Array, Float32Array];
    expect(dot(dog, like)).toBeGreaterThan(dot(dog, other) + 0.3);
  });

  it("streams chunks and stops during a delay when it is aborted", async () => {
    const stop = new AbortController();
    async function* source() {
      for (const text of ["a", "b"]) yield await Promise.resolve([text]);
    }
    const got: string[] = [];
    for await (const { items } of createFakeEmbedder({ delay: 1 }).embedStream(source(), (text) => text)) got.push(...items);
    expect(got).toEqual(["a", "b"]);
    const pending = createFakeEmbedder({ delay: 60_000 }).embed(["a"], { signal: stop.signal });
    stop.abort();
    await expect(pending).rejects.toMatchObject({ name: "AbortError" });
  });
});
