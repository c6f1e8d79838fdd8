import { describe, expect, it } from "vitest";
import type { CaptionWords } from "./caption-words";
import { type CaptionText, readCaptionWords } from "./read-caption-words";
import { decodeWords, encodeVocabulary, encodeWordIds } from "./words-file";

async function* inChunks(texts: readonly CaptionText[], size = 2) {
  for (let i = 0; i < texts.length; i += size) yield await Promise.resolve(texts.slice(i, i + size));
}

const caption = (point: number, text: string, language = "en"): CaptionText => ({ point, text, language });

const wordsOf = ({ words, starts, ids }: CaptionWords, point: number) => Array.from(ids.subarray(starts[point], starts[point + 1]), (id) => words[id]!.word);

describe("readCaptionWords", () => {
  it("tells the words of each point, those of several captions and of none", async () => {
    const read = await readCaptionWords(4, inChunks([caption(0, "A dog"), caption(2, "A dog and a horse"), caption(2, "白い馬", "ja"), caption(2, "A dog")]));
    expect([0, 1, 2, 3].map((point) => wordsOf(read, point))).toEqual([["dog"], [], ["dog", "horse", "馬", "白い", "dog"], []]);
    expect(read.captions).toEqual({ en: 3, ja: 1 });
    expect(read.words[0]).toEqual({ word: "dog", language: "en", captions: 3 });
  });

  it("counts forms of a word as one, a caption once, and writes it as captions do most often", async () => {
    const { words } = await readCaptionWords(4, inChunks([caption(0, "A surfer surfs: surfing is fun"), caption(1, "Surfing"), caption(2, "A surfed wave"), caption(3, "Surfing a wave")]));
    expect(words.find(({ word }) => word.startsWith("surf") && word !== "surfer")).toEqual({ word: "surfing", language: "en", captions: 4 });
  });

  it("keeps languages apart, by their primary subtag", async () => {
    const { words, captions } = await readCaptionWords(2, inChunks([caption(0, "Pizza", "en-GB"), caption(1, "Pizza", "de")]));
    expect(captions).toEqual({ en: 1, de: 1 });
    expect(words).toHaveLength(2);
  });

  it("leaves out words of a single caption where there are many", async () => {
    const read = await readCaptionWords(200, inChunks(Array.from({ length: 200 }, (_, point) => caption(point, point === 7 ? "A misspeled dog" : "A dog")), 50));
    expect(read.words.map(({ word }) => word)).toEqual(["dog"]);
    expect(wordsOf(read, 7)).toEqual(["dog"]);
    expect(wordsOf(read, 199)).toEqual(["dog"]);
  });

  it("refuses points out of order, and such as there are not", async () => {
    await expect(readCaptionWords(3, inChunks([caption(1, "A dog"), caption(0, "A cat")]))).rejects.toThrow(/point 0 comes after those of point 1/);
    await expect(readCaptionWords(3, inChunks([caption(3, "A dog")]))).rejects.toThrow(RangeError);
  });

  it("reads none where there are none", async () => {
    const read = await readCaptionWords(2, inChunks([]));
    expect(read).toEqual({ words: [], captions: {}, starts: new Uint32Array(3), ids: new Uint16Array(0) });
  });
});

it("reads words back from files as they were written", async () => {
  const read = await readCaptionWords(3, inChunks([caption(0, "A dog beside a lake"), caption(2, "犬と湖", "ja")]));
  expect(decodeWords(encodeVocabulary(read), encodeWordIds(read), 3)).toEqual(read);
});
