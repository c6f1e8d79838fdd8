import { expect, it, vi } from "vitest";
import { dot } from "@/lib/core/vector";
import { openModel } from "@/lib/embedding/model/open-model";
import { fixture } from "@/lib/embedding/testing/small-models";
import { SecondEncoderShelf, type WantedEncoder } from "./second-encoder-shelf";

const wanted = (name: string): WantedEncoder & { open: ReturnType<typeof vi.fn> } => ({ sha256: name, open: vi.fn(() => openModel({ kind: "folder", path: fixture(name) }, {}, { modelsDir: "models", dataDir: "data" })) });
const texts = Array.from({ length: 20 }, (_, i) => `a dog and ${i} cats`);

it("gives the vectors of a model that is not searched with, opened once and closed when nobody asks any more", async () => {
  const [shelf, model] = [new SecondEncoderShelf(50), wanted("wordpiece-mean")];
  const [first, again] = await Promise.all([shelf.embed(model, texts, "document"), shelf.embed(model, texts.slice(0, 1), "document")]);
  expect(first.vectors).toHaveLength(20 * first.dimensions);
  expect(dot(first.vectors.subarray(0, first.dimensions), again.vectors)).toBeCloseTo(1, 5);
  expect(model.open).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(shelf.isOpen).toBe(false), 5000);
});

it("holds one model at most", async () => {
  const [shelf, first, second] = [new SecondEncoderShelf(), wanted("wordpiece-mean"), wanted("bpe-cls")];
  for (const model of [first, second, first]) await shelf.embed(model, ["dog"], "query");
  expect(first.open).toHaveBeenCalledTimes(2);
});

it("refuses a model that does not fit into memory, and those who would wait for long", async () => {
  vi.stubEnv("KOTOMAP_MEMORY_LIMIT", "1");
  await expect(new SecondEncoderShelf().embed(wanted("bpe-cls"), ["dog"], "query")).rejects.toMatchObject({ code: "memory_short" });
  vi.unstubAllEnvs();
  const shelf = new SecondEncoderShelf();
  const asked = await Promise.allSettled(Array.from({ length: 20 }, () => shelf.embed(wanted("bpe-cls"), ["dog"], "query")));
  expect(asked.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0);
});
