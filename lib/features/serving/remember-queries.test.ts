import { expect, it, vi } from "vitest";
import { createFakeEmbedder } from "@/lib/embedding/fake-embedder";
import type { EmbedOptions } from "@/lib/embedding/embedder";
import { rememberQueries } from "./remember-queries";

const QUERY: EmbedOptions = { kind: "query" };

/** An encoder that tells what it was asked to compute. */
function watched() {
  const inner = createFakeEmbedder();
  return { inner, embed: vi.spyOn(inner, "embed"), close: vi.spyOn(inner, "close") };
}

it("computes a query once and gives the encoder's own vectors again, in the order of the texts", async () => {
  const { inner, embed } = watched();
  const expected = await inner.embed(["犬", "a cat", "犬"], QUERY);
  embed.mockClear();
  const remembering = rememberQueries(inner, 10);
  expect(await remembering.embed(["犬"], QUERY)).toEqual(await inner.embed(["犬"], QUERY));
  embed.mockClear();
  expect(await remembering.embed(["犬", "a cat", "犬"], QUERY)).toEqual(expected);
  expect(embed.mock.calls.map(([texts]) => texts)).toEqual([["a cat"]]);
});

it("computes equal queries that come at once a single time", async () => {
  const { inner, embed } = watched();
  const remembering = rememberQueries(inner, 10);
  const all = await Promise.all(Array.from({ length: 20 }, () => remembering.embed(["a dog"], QUERY)));
  expect(embed).toHaveBeenCalledOnce();
  expect(new Set(all.map((vector) => vector.join())).size).toBe(1);
});

it("gives each caller a vector of its own", async () => {
  const { inner } = watched();
  const remembering = rememberQueries(inner, 10);
  const first = await remembering.embed(["a dog"], QUERY);
  const kept = first.slice();
  first.fill(0);
  expect(await remembering.embed(["a dog"], QUERY)).toEqual(kept);
});

it("tells all who wait of a failure, and tries anew for the next", async () => {
  const { inner, embed } = watched();
  const remembering = rememberQueries(inner, 10);
  embed.mockRejectedValueOnce(new Error("broken"));
  const results = await Promise.allSettled([remembering.embed(["a dog"], QUERY), remembering.embed(["a dog"], QUERY)]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await remembering.embed(["a dog"], QUERY)).toHaveLength(inner.model.dimensions);
});

it("answers all of more texts at once than it remembers, and forgets the oldest", async () => {
  const { inner, embed } = watched();
  const remembering = rememberQueries(inner, 2);
  const texts = Array.from({ length: 20 }, (_, i) => `text ${i}`);
  expect(await remembering.embed(texts, QUERY)).toHaveLength(20 * inner.model.dimensions);
  embed.mockClear();
  await remembering.embed(["text 19"], QUERY);
  expect(embed).not.toHaveBeenCalled();
  await remembering.embed(["text 0"], QUERY);
  expect(embed).toHaveBeenCalledOnce();
});

it("neither remembers documents nor shares work that may be stopped", async () => {
  const { inner, embed } = watched();
  const remembering = rememberQueries(inner, 10);
  const { signal } = new AbortController();
  for (const options of [undefined, { kind: "document" as const }, { ...QUERY, signal }]) {
    embed.mockClear();
    await remembering.embed(["a dog"], options);
    await remembering.embed(["a dog"], options);
    expect(embed).toHaveBeenCalledTimes(2);
  }
});

it("forgets all and closes the encoder when it is closed, and is the encoder itself where it remembers nothing", async () => {
  const { inner, close } = watched();
  await rememberQueries(inner, 10).close();
  expect(close).toHaveBeenCalledOnce();
  expect(rememberQueries(inner, 0)).toBe(inner);
});
