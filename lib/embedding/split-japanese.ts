import type { JapaneseWords } from "./tokenizer-setup";

/** Special tokens of BERT's models; `split` keeps what the group catches. */
const specialToken = /(\[(?:UNK|CLS|SEP|PAD|MASK)\])/u;

/** Words as MeCab finds them with IPADIC, by its successor Lindera: 13 MB of WebAssembly, read where a model needs it. */
async function openSegmenter(): Promise<(text: string) => string[]> {
  const { TokenizerBuilder } = await import("lindera-wasm-nodejs-ipadic");
  const builder = new TokenizerBuilder();
  builder.setDictionary("embedded://ipadic");
  builder.setMode("normal");
  const segmenter = builder.build();
  return (text) => (segmenter.tokenize(text) as { surface: string }[]).map(({ surface }) => surface);
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
