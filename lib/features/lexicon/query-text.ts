/** What a query asks for, by the marks that people write in search boxes. */
export interface QueryText {
  /** What is looked for by its meaning: everything but the excluded, without quotes. */
  meaning: string;
  /** Each has to stand in a caption just so. */
  phrases: string[];
  /** None may stand in a caption. */
  excluded: string[];
}

/** A minus before a word or phrase, at the beginning or after a space; then a phrase in quotes (an open one goes to the end), or a word. */
const part = /(?<=^|\s)(?<minus>[-−－](?=[^\s-]))?(?:["“”„＂](?<phrase>[^"“”„＂]*)["“”„＂]?|(?<word>\S+))/gu;

/** Reads `red ball "on the beach" -snow`. @param text as it was typed */
export function readQueryText(text: string): QueryText {
  const query: QueryText = { meaning: "", phrases: [], excluded: [] };
  const meant: string[] = [];
  for (const { groups } of text.matchAll(part)) {
    const { minus, phrase, word } = groups as Partial<Record<"minus" | "phrase" | "word", string>>;
    const asked = (phrase ?? word ?? "").trim();
    if (asked === "") continue;
    if (minus !== undefined) {
      query.excluded.push(asked);
      continue;
    }
    meant.push(asked);
    if (phrase !== undefined) query.phrases.push(asked);
  }
  query.meaning = meant.join(" ");
  return query;
}
