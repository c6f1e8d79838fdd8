/** A text in another form, and where each of its UTF-16 units comes from. */
export interface AlignedText {
  text: string;
  /** Where the character of unit `i` begins in the text as it was given. */
  startOf: (i: number) => number;
  /** Where the character before unit `i` ends in the text as it was given. */
  endOf: (i: number) => number;
}

const characters = new Intl.Segmenter("und", { granularity: "grapheme" });

/** A text with each character, as readers see it, brought into another form. @param form must not depend on the characters around, as NFKC and lower case do not */
export function alignText(text: string, form: (character: string) => string): AlignedText {
  let formed = "";
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const { segment, index } of characters.segment(text)) {
    const part = form(segment);
    formed += part;
    for (let i = 0; i < part.length; i++) {
      starts.push(index);
      ends.push(index + segment.length);
    }
  }
  return { text: formed, startOf: (i) => starts[i] ?? text.length, endOf: (i) => ends[i - 1] ?? 0 };
}
