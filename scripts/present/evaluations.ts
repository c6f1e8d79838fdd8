import type { EvaluationView } from "@/lib/features/evaluation/evaluation-types";
import type { Figure } from "@/lib/features/evaluation/figure";
import { formatCount } from "@/scripts/cli/progress/progress-text";
import { formatDuration } from "@/scripts/setup/duration.mjs";

const figure = ({ value, low, high }: Figure, digits = 3) => `${value.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;

/** What an evaluation measured, for people, each figure with its 95 % interval. */
export function presentEvaluation({ id, report }: EvaluationView): string {
  const { model, generation, similarity, parallel, seed, seconds } = report;
  return [
    `Evaluation ${id}, seed ${seed}`,
    `Encoder    ${model.name}, ${model.dimensions} dimensions`,
    ...(generation ? [`Index      ${generation.id}, ${formatCount(generation.captions)} captions`] : []),
    ...(generation?.retrieval ?? []).flatMap(({ from, to, queries, images, among, ...found }) => [
      `${from} → ${to}    ${formatCount(queries)} of ${formatCount(images)} images asked, among ${formatCount(among)}: R@1 ${figure(found.recall1)}, R@5 ${figure(found.recall5)}, R@10 ${figure(found.recall10)}`,
      `           MRR ${figure(found.mrr)}, median rank ${figure(found.medianRank, 0)}`,
    ]),
    ...(generation?.missing ?? []).map(({ from, to, images }) => `${from} → ${to}    not measured: ${images === 0 ? "no image has captions to ask and to find" : `only ${images} images have captions to ask and to find`}`),
    ...(generation?.graph?.byEf ?? []).map(({ ef, recall }) => `Graph      ef ${ef}: recall@${generation?.graph?.k} ${figure(recall)}`),
    ...similarity.map(({ name, pairs, spearman, pearson }) => `${name}: ${formatCount(pairs)} pairs, Spearman ${figure(spearman)}, Pearson ${figure(pearson)}`),
    ...parallel.map(({ name, pairs, englishToJapanese, japaneseToEnglish }) => `${name}: ${formatCount(pairs)} pairs, R@1 en → ja ${figure(englishToJapanese)}, ja → en ${figure(japaneseToEnglish)}`),
    `Took       ${formatDuration(seconds)}`,
  ].join("\n");
}
