import type { ModelConfigs } from "./config-files";

/** Lengths that a model's files say its vectors may be cut to, the longest first. */
export function findShorterLengths({ transformer, prompts }: Pick<ModelConfigs, "transformer" | "prompts">): number[] {
  const lengths = [transformer?.matryoshka_dimensions, prompts?.matryoshka_dimensions, prompts?.truncate_dim].flatMap((found) => found ?? []);
  return [...new Set(lengths)].sort((a, b) => b - a);
}
