import { z } from "zod";
import { readConfig } from "./model-folder";

// Members that decide a vector, of the files that the Python libraries transformers and sentence-transformers write beside a model.

const count = z.number().int().positive();
const given = <T extends z.ZodType>(schema: T) => schema.nullish();

/** config.json */
const transformerConfig = z.object({
  model_type: given(z.string()),
  tokenizer_class: given(z.string()),
  max_position_embeddings: given(z.number().int()),
  pad_token_id: given(z.number().int()),
  matryoshka_dimensions: given(z.array(count)),
});

/** tokenizer_config.json */
export const tokenizerConfig = z.object({
  tokenizer_class: given(z.string()),
  /** Absurdly large where the tokenizer knows no limit. */
  model_max_length: given(z.number()),
  pad_token: given(z.union([z.string(), z.object({ content: z.string() })])),
  do_lower_case: given(z.boolean()),
  do_word_tokenize: given(z.boolean()),
  do_subword_tokenize: given(z.boolean()),
  word_tokenizer_type: given(z.string()),
  subword_tokenizer_type: given(z.string()),
  mecab_kwargs: given(z.object({ mecab_dic: given(z.string()), mecab_option: given(z.string()), normalize_text: given(z.boolean()) })),
});

/** modules.json: what a text goes through, one after another. */
export const moduleList = z.array(z.object({ path: z.string(), type: z.string() }));

/** <n>_Pooling/config.json; older files have a boolean a mode, newer ones name it. */
export const poolingConfig = z
  .object({ pooling_mode: given(z.union([z.string(), z.array(z.string())])), include_prompt: given(z.boolean()) })
  .catchall(z.unknown());

/** sentence_bert_config.json */
const sentenceConfig = z.object({ max_seq_length: given(count), do_lower_case: given(z.boolean()) });

/** config_sentence_transformers.json */
const promptConfig = z.object({
  prompts: given(z.record(z.string(), z.string())),
  default_prompt_name: given(z.string()),
  truncate_dim: given(count),
  matryoshka_dimensions: given(z.array(count)),
});

/** Null stands for a file that the model does not have. */
export interface ModelConfigs {
  transformer: z.infer<typeof transformerConfig> | null;
  tokenizer: z.infer<typeof tokenizerConfig> | null;
  sentence: z.infer<typeof sentenceConfig> | null;
  prompts: z.infer<typeof promptConfig> | null;
}

/** @throws AppError `model_unavailable` naming the file that cannot be read */
export async function readConfigs(folder: string): Promise<ModelConfigs> {
  return {
    transformer: await readConfig(folder, "config.json", transformerConfig),
    tokenizer: await readConfig(folder, "tokenizer_config.json", tokenizerConfig),
    sentence: await readConfig(folder, "sentence_bert_config.json", sentenceConfig),
    prompts: await readConfig(folder, "config_sentence_transformers.json", promptConfig),
  };
}
