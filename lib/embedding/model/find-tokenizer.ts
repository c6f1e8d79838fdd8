import type { z } from "zod";
import type { JapaneseWords, TokenizerSetup } from "../tokenizer-setup";
import type { ModelConfigs, tokenizerConfig } from "./config-files";
import { modelFault } from "./model-fault";
import { findFile, requireContent } from "./model-folder";

type TokenizerConfig = z.infer<typeof tokenizerConfig>;

const otherModel = "Take a Japanese model with a tokenizer.json, or one whose words MeCab finds with IPADIC";

/** @throws AppError `model_unavailable` naming the dictionary or the pieces that Kotomap does not have */
function japaneseWords(folder: string, config: TokenizerConfig): JapaneseWords {
  const lacking = (what: string) => modelFault(folder, `has its Japanese words ${what}, which Kotomap does not have`, { mend: otherModel });
  const words = config.do_word_tokenize === false ? "nothing" : (config.word_tokenizer_type ?? "basic");
  if (words !== "mecab") throw lacking(`found by ${words}`);
  const { mecab_dic, mecab_option: option, normalize_text } = config.mecab_kwargs ?? {};
  // Models that do not name the dictionary are older than the library's change of default, from ipadic to unidic_lite, in 2024.
  const dictionary = mecab_dic ?? "ipadic";
  if (dictionary !== "ipadic") throw lacking(`found by MeCab with the dictionary ${dictionary}`);
  if (option) throw lacking(`found by MeCab with the option ${option}`);
  const pieces = config.do_subword_tokenize === false ? "nothing" : (config.subword_tokenizer_type ?? "wordpiece");
  if (pieces !== "wordpiece" && pieces !== "character") throw lacking(`cut by ${pieces}`);
  return { pieces, lowercase: config.do_lower_case ?? false, normalise: normalize_text ?? true };
}

/** Older models name the class in config.json alone, or only the way their words are found. */
function isJapaneseBert({ transformer, tokenizer }: ModelConfigs): boolean {
  return [tokenizer?.tokenizer_class, transformer?.tokenizer_class].some((name) => name?.startsWith("BertJapaneseTokenizer")) || tokenizer?.word_tokenizer_type != null;
}

/** The id that the model's own configuration names, else the token of the tokenizer's. Where neither says, any will do: the mask hides it. */
function findPadding({ transformer, tokenizer }: ModelConfigs): number | string {
  if (transformer?.pad_token_id != null && transformer.pad_token_id >= 0) return transformer.pad_token_id;
  const token = tokenizer?.pad_token;
  return (typeof token === "string" ? token : token?.content) ?? 0;
}

/** @throws AppError `model_unavailable` where the folder has no tokenizer that Kotomap can open */
export async function findTokenizer(folder: string, configs: ModelConfigs, maxTokens: number): Promise<TokenizerSetup> {
  const japanese = isJapaneseBert(configs) ? japaneseWords(folder, configs.tokenizer ?? {}) : null;
  const name = japanese ? "vocab.txt" : "tokenizer.json";
  const file = await findFile(folder, name);
  if (!file) throw modelFault(folder, `holds no ${name}`, { mend: `Put it there from the model's page${japanese ? "" : ", or write it with training/export_model.py"}` });
  await requireContent(file);
  return { file, japanese, lowercase: configs.sentence?.do_lower_case ?? false, maxTokens, cut: "before closing token", padding: findPadding(configs) };
}
