import { AppError } from "@/lib/core/errors";
import type { ModelConfigs } from "./config-files";

/** Model types that count positions from the padding id + 1 on, so that the first ones of their table are never used. */
const COUNT_FROM_PADDING = new Set(["roberta", "xlm-roberta", "camembert", "mpnet", "luke", "longformer", "xlm-roberta-xl", "data2vec-text"]);
const USUAL_LIMIT = 512;
/** A text of one token between the special ones. */
const LEAST = 3;

/** Tokens that the model has positions for; infinite where it counts them in another way. */
function countPositions({ transformer }: ModelConfigs): number {
  const positions = transformer?.max_position_embeddings ?? 0;
  if (positions <= 0) return Infinity;
  return COUNT_FROM_PADDING.has(transformer?.model_type ?? "") ? positions - (transformer?.pad_token_id ?? 1) - 1 : positions;
}

/**
 * @param given what a person asks for
 * @throws AppError `invalid_parameter` where that is more than `most`
 */
export function checkTokenLimit(given: number, most: number): number {
  if (Number.isInteger(given) && given >= LEAST && given <= most) return given;
  throw new AppError("invalid_parameter", `The token limit ${given} cannot be used: give a whole number from ${LEAST} to ${Number.isFinite(most) ? `${most}, the most that this model reads` : "the most that this model reads"}.`, { field: "maxTokens" });
}

/**
 * Tokens that a text is cut to: as given, or as sentence-transformers would cut it.
 * @throws AppError `invalid_parameter`, or `model_unavailable` where the model's own files name a limit that cannot be
 */
export function findTokenLimit(configs: ModelConfigs, given?: number): number {
  const positions = countPositions(configs);
  if (given !== undefined) return checkTokenLimit(given, positions);
  const told = configs.sentence?.max_seq_length ?? configs.tokenizer?.model_max_length ?? Infinity;
  // A tokenizer that knows no limit says 10³⁰.
  const limit = Math.min(told > 1e6 ? Infinity : told, positions);
  if (!Number.isFinite(limit)) return USUAL_LIMIT;
  if (Number.isInteger(limit) && limit >= LEAST) return limit;
  throw new AppError("model_unavailable", `The model's configuration cuts texts to ${limit} tokens, which leaves nothing of them. Give --max-tokens, as its page says.`, { field: "maxTokens" });
}
