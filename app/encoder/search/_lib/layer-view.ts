import type { SearchPath } from "@/lib/features/search-path/search-path-types";

/** What one layer shows after a step of the search. */
export interface LayerView {
  layer: number;
  nodes: number[];
  links: [number, number][];
  /** Pairs of nodes: from the one by whose links another was found, to that other, where the search followed its links in turn. */
  way: [number, number][];
  /** Nodes whose distance was computed on this layer. */
  seen: number[];
  /** The node whose links are followed in this step, and what they lead to for the first time; null on other layers. */
  here: { node: number; computed: number[]; kept: number[] } | null;
  /** Nodes kept in mind; none on other layers. */
  found: number[];
}

/** @param step from 1 */
export function viewLayer({ steps, levels, links, found }: SearchPath, layer: number, step: number): LayerView {
  const done = steps.slice(0, step).filter((taken) => taken.layer === layer);
  const parents = new Map(done.flatMap(({ node, computed }) => computed.map((reached): [number, number] => [reached, node])));
  const current = steps[step - 1];
  const here = current?.layer === layer ? current : null;
  return {
    layer,
    nodes: levels.flatMap((level, node) => (level >= layer ? [node] : [])),
    links: links[layer] ?? [],
    way: done.flatMap(({ node }): [number, number][] => {
      const parent = parents.get(node);
      return parent === undefined ? [] : [[parent, node]];
    }),
    seen: [...new Set(done.flatMap(({ node, computed }) => [node, ...computed]))],
    here: here && { node: here.node, computed: here.computed, kept: here.kept },
    found: here ? found.map(({ node }) => node) : [],
  };
}

/** The first step on each layer, the bottom layer first; a layer that the search passes without a step has none. */
export function firstSteps({ steps, layers }: SearchPath): (number | null)[] {
  return layers.map((_, layer) => {
    const at = steps.findIndex((step) => step.layer === layer);
    return at < 0 ? null : at + 1;
  });
}
