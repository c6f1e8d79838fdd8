import { describe, expect, it } from "vitest";
import { readCaptionWords } from "./read-caption-words";
import { tellingWords } from "./telling-words";

const en = ["A man surfing on a big wave", "A surfer rides a wave in the ocean", "A woman eats pizza at a table", "A man cuts a pizza", "A man walks a dog"];
const ja = ["スケートボードに乗る男性", "スケートボードで飛ぶ男性", "男性がピザを食べる", "女性がピザを切る"];

/** 100 captions of each language, the sentences in turn. */
const words = await readCaptionWords(200, (async function* () {
  yield await Promise.resolve(Array.from({ length: 200 }, (_, point) => ({ point, language: point < 100 ? "en" : "ja", text: point < 100 ? en[point % 5]! : ja[point % 4]! })));
})());
const points = (choose: (point: number) => boolean) => Array.from({ length: 200 }, (_, point) => point).filter(choose);

describe("tellingWords", () => {
  it("tells a selection from the rest of the map, by language, with counts", () => {
    const telling = tellingWords(words, points((point) => (point < 100 ? point % 5 < 2 : point % 4 < 2)));
    expect(telling.en![0]).toEqual({ word: "wave", count: 40 });
    expect(telling.en!.map(({ word }) => word)).not.toContain("pizza");
    expect(telling.ja![0]).toEqual({ word: "スケートボード", count: 50 });
  });

  it("names a thing whole, without its parts", () => {
    const telling = tellingWords(words, points((point) => point >= 100 && point % 4 < 2));
    expect(telling.ja!.map(({ word }) => word)).not.toContain("スケート");
    expect(telling.ja!.map(({ word }) => word)).not.toContain("ボード");
  });

  it("leaves out a language that the selection has no caption of, and words beyond those asked for", () => {
    const telling = tellingWords(words, points((point) => point < 100 && point % 5 >= 2), 1);
    expect(telling).toEqual({ en: [{ word: "pizza", count: 40 }] });
  });

  it("finds nothing that tells the map from itself, or nothing from it", () => {
    expect(tellingWords(words, points(() => true))).toEqual({});
    expect(tellingWords(words, [])).toEqual({});
  });
});
