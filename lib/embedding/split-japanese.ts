import type { JapaneseWords } from "./tokenizer-setup";

/** Special tokens of BERT's models; `split` keeps what the group catches. */
const specialToken = /(\[(?:UNK|CLS|SEP|PAD|MASK)\])/u;

/** A word as MeCab finds it with IPADIC; its tags in IPADIC's own terms. */
export interface JapaneseToken {
  surface: string;
  /** Its form in a dictionary; missing where it is in none. */
  baseForm?: string;
  /** "UNK" where it is in no dictionary. */
  partOfSpeech: string;
  partOfSpeechSubcategory1?: string;
  /** In katakana; "*" or missing where it is not known. */
  reading?: string;
  /** Where it stands in the text, in bytes of UTF-8. */
  byteStart: number;
  byteEnd: number;
}

/**
 * Text → its words by MeCab's successor Lindera with IPADIC: 13 MB of WebAssembly, read where it is needed.
 * @param tags keeps words of these tags alone ("名詞,一般"), which costs half as much as all: most of the time goes into words as objects
 */
export async function openJapaneseTagger(tags?: readonly string[]): Promise<(text: string) => JapaneseToken[]> {
  const { TokenizerBuilder } = await import("lindera-wasm-nodejs-ipadic");
  const builder = new TokenizerBuilder();
  builder.setDictionary("embedded://ipadic");
  builder.setMode("normal");
  if (tags) builder.appendTokenFilter("japanese_keep_tags", { tags });
  const tokenizer = builder.build();
  return (text) => tokenizer.tokenize(text) as JapaneseToken[];
}

async function openSegmenter(): Promise<(text: string) => string[]> {
  const tag = await openJapaneseTagger();
  return (text) => tag(text).map(({ surface }) => surface);
}

let segmenter: ReturnType<typeof openSegmenter> | undefined;

/** Text → its words with a space between them, special tokens left whole. */
export async function splitJapanese({ lowercase, normalise }: JapaneseWords): Promise<(text: string) => string> {
  const segment = await (segmenter ??= openSegmenter());
  const splitPart = (part: string): string => {
    const words = segment(normalise ? part.normalize("NFKC") : part).join(" ");
    return lowercase ? words.toLowerCase() : words;
  };
  return (text) => text.split(specialToken).map((part, i) => (i % 2 ? part : splitPart(part))).join(" ");
}
