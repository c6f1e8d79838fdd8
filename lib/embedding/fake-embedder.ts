import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { PieceEmbedder } from "./embedder";
import { mapAhead } from "./map-ahead";

interface FakeOptions {
  /** Length of the vectors. */
  dimensions?: number;
  /** Milliseconds that each embedding of a chunk takes. */
  delay?: number;
}

const GRAM = 3;

/** The characters in runs of three; the edges count as characters, so that an empty text has one run too. */
function gramsOf(text: string): string[] {
  const characters = ["^", ...text.normalize("NFKC").toLowerCase(), "$"];
  return characters.map((_, start) => characters.slice(start, start + GRAM).join(""));
}

/** Each run of characters adds or takes one at a place its hash names. */
function fakeVector(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const gram of gramsOf(text)) {
    const hash = createHash("sha256").update(gram).digest();
    const place = hash.readUInt32LE(0) % dimensions;
    vector[place] = (vector[place] ?? 0) + ((hash[4] ?? 0) & 1 ? 1 : -1);
  }
  // Where all runs cancel out, any fixed direction will do.
  if (vector.every((value) => value === 0)) vector[0] = 1;
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** An embedder for tests: needs no model, gives the same vector for the same text always, and similar ones for texts that share spelling. */
export function createFakeEmbedder({ dimensions = 32, delay = 0 }: FakeOptions = {}): PieceEmbedder {
  async function run(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array> {
    signal?.throwIfAborted();
    if (delay > 0) await setTimeout(delay, undefined, { signal });
    const vectors = new Float32Array(texts.length * dimensions);
    texts.forEach((text, index) => vectors.set(fakeVector(text, dimensions), index * dimensions));
    return vectors;
  }

  return {
    model: { name: "fake", sha256: createHash("sha256").update("fake").digest("hex"), dimensions, maxTokens: 128, languages: ["ja", "en"] },
    device: "cpu",
    embed: (texts, { signal } = {}) => run(texts, signal),
    embedStream: (chunks, textOf, { signal } = {}) => mapAhead(chunks, 1, async (items, stopped) => ({ items, vectors: await run(items.map(textOf), stopped) }), signal),
    embedPieces: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
}
