import { serveRequests, threadSetup } from "./serve-requests";
import { packRows, type PaddedRows } from "./token-rows";
import { loadTokenizer } from "./tokenizer";
import type { TokenizerSetup } from "./tokenizer-setup";

// The body of a tokenizer thread.
const tokenizer = await loadTokenizer(threadSetup<TokenizerSetup>());
await serveRequests<string[], PaddedRows>((texts) => {
  const packed = packRows(texts.map((text) => tokenizer.encode(text)));
  return Promise.resolve({ answer: { ...packed, padId: tokenizer.padId }, transfer: [packed.ids.buffer, packed.lengths.buffer] });
});
