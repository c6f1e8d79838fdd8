import type { LexicalText } from "@/lib/database/lexicon";
import { normalise, surfaceTokens } from "./surface-tokens";
import { openWordReader } from "./words";

/** Caption → what it is found by: its words, and all that it is made of in its order. */
export async function openLexicalReader(): Promise<(text: string) => LexicalText> {
  const readWords = await openWordReader();
  return (text) => ({
    stems: readWords(text).map(({ stem }) => stem).join(" "),
    surface: surfaceTokens(normalise(text)).join(" "),
  });
}
