import type { TextPrefix } from "../stored-model";
import type { ModelConfigs } from "./config-files";
import type { ModelSettings } from "./model-settings";

/** Names under which models keep the prefix of what is searched, the usual first. */
const DOCUMENT_NAMES = ["document", "passage", "corpus"];

/** The prefixes that a person gives, or else those of the model's prompts, or else none. */
export function findPrefix({ prompts: config }: ModelConfigs, { queryPrefix, documentPrefix }: ModelSettings): TextPrefix {
  const prompts = Object.assign(Object.create(null) as Record<string, string>, config?.prompts);
  const usual = prompts[config?.default_prompt_name ?? ""] ?? "";
  const document = DOCUMENT_NAMES.map((name) => prompts[name]).find((prompt) => prompt !== undefined);
  return { query: queryPrefix ?? prompts.query ?? usual, document: documentPrefix ?? document ?? usual };
}
