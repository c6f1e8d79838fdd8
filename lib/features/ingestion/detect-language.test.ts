import { describe, expect, it } from "vitest";
import { LanguageDetector } from "./detect-language";

const detect = (texts: string[]) => {
  const detector = new LanguageDetector();
  const provisional = texts.map((text) => detector.add(text));
  const languages = detector.resolve();
  return provisional.map((tag) => languages.get(tag));
};

const english = ["A dog runs on the beach.", "Two children are playing in the snow.", "A man rides a bicycle down the street."];
const japanese = ["海辺で犬が走っています。", "子どもたちが雪の中で遊んでいる。", "自転車に乗った男性が通りを下っていく。"];

describe("LanguageDetector", () => {
  it("tells Japanese and English captions of one file apart", () => {
    expect(detect([...english, ...japanese])).toEqual(["en", "en", "en", "ja", "ja", "ja"]);
  });

  it("takes captions in Chinese characters alone for Japanese beside ones with kana", () => {
    expect(detect([...japanese, "犬二匹"])).toEqual(["ja", "ja", "ja", "ja"]);
  });

  it("takes a file in Chinese for Chinese", () => {
    expect(new Set(detect(["一只狗在海滩上奔跑", "两个孩子在雪地里玩耍", "一个男人骑着自行车在街上"]))).toEqual(new Set(["zh"]));
  });

  it("takes a stray Latin caption for the language of the file", () => {
    const many = Array.from({ length: 100 }, (_, i) => `${japanese[i % 3]}${i}`);
    expect(detect([...many, "NYPD"]).at(-1)).toBe("ja");
  });

  it("tells German from English", () => {
    expect(detect(["Ein Hund läuft über den Strand.", "Zwei Kinder spielen im Schnee und lachen.", "Der Mann fährt mit dem Fahrrad durch die Straße."])[0]).toBe("de");
  });

  it.each([["en", "A red bus."], ["en", "a big elephant"], ["en", "A man in a red shirt"], ["en", "A dog 1. A dog 2."], ["fr", "Un chien court sur la plage."], ["es", "Un perro corre por la playa."], ["nl", "Een hond rent over het strand."], ["it", "Un cane corre sulla spiaggia."]])("tells %s by a single caption: %s", (language, text) => {
    expect(detect([text])[0]).toBe(language);
  });

  it("names no language where there are no words", () => {
    expect(detect(["12345", "???"])[0]).toBe("und");
  });
});
