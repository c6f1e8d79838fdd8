import { agnes, type Cluster } from "ml-hclust";
import type { SimilarityTree } from "./comparison-types";

/** Joins what is most alike, by the mean of the distances (1 - cosine) between two parts (average linkage). @param similarities n × n, at least two */
export function clusterSentences(similarities: readonly (readonly number[])[]): SimilarityTree {
  const distances = similarities.map((row, i) => row.map((cosine, j) => (i === j ? 0 : Math.max(0, 1 - cosine))));
  return toTree(agnes(distances, { method: "average", isDistanceMatrix: true }));
}

function toTree({ children, height, index }: Cluster): SimilarityTree {
  const [left, right] = children;
  return left && right ? { distance: height, parts: [toTree(left), toTree(right)] } : { sentence: index };
}

/** The sentences in the order of the leaves. */
export function leavesOf(tree: SimilarityTree): number[] {
  return "sentence" in tree ? [tree.sentence] : tree.parts.flatMap(leavesOf);
}
