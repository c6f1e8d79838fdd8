import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countCaptionsWithoutWords, findCaptionsWith, phraseIn } from "@/lib/database/lexicon";
import { SmallCorpus } from "@/lib/features/reindexing/testing/small-corpus";
import { completeLexicon } from "./complete-lexicon";

let corpus: SmallCorpus;
beforeEach(async () => {
  corpus = await SmallCorpus.create();
});
afterEach(() => corpus.remove());

async function idsWith(stem: string): Promise<number[]> {
  const [ids] = await findCaptionsWith(corpus.db, [phraseIn("stems", [stem])]);
  return [...ids!];
}

describe("the lexicon", () => {
  it("follows captions that are added, changed and deleted", async () => {
    await corpus.ingest("a", [["1", "A dog in the snow", "en"], ["2", "雪と猫", "ja"]]);
    expect([await idsWith("dog"), await idsWith("雪")]).toEqual([[1], [2]]);
    await corpus.ingest("a", [["1", "A horse in the snow", "en"], ["2", "雪と猫", "ja"]]);
    expect([await idsWith("dog"), await idsWith("hors"), await idsWith("猫")]).toEqual([[], [1], [2]]);
    await corpus.ingest("b", [["3", "A zebra", "en"]]);
    await corpus.db.$executeRaw`DELETE FROM Caption WHERE id = 1`;
    const [zebra] = await corpus.db.caption.findMany({ where: { text: "A zebra" } });
    expect([await idsWith("hors"), await idsWith("zebra")]).toEqual([[], [zebra!.id]]);
    expect(await countCaptionsWithoutWords(corpus.db)).toBe(0);
  });

  it("is written for the captions of a database from before it, and what is there is left", async () => {
    await corpus.ingest("a", [["1", "A dog", "en"], ["2", "雪と猫", "ja"], ["3", "A zebra", "en"]]);
    await corpus.db.$executeRaw`DELETE FROM Lexicon WHERE rowid < 3`;
    expect(await countCaptionsWithoutWords(corpus.db)).toBe(2);
    await completeLexicon(corpus.db);
    expect([await idsWith("dog"), await idsWith("猫"), await idsWith("zebra")]).toEqual([[1], [2], [3]]);
    expect(await countCaptionsWithoutWords(corpus.db)).toBe(0);
  });
});
