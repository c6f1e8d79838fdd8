import pLimit from "p-limit";
import { AppError } from "@/lib/core/errors";
import { processSingleton } from "@/lib/core/process-singleton";
import { readCaptions } from "@/lib/database/captions";
import { embedQuery } from "@/lib/features/search/embed-query";
import { roundScore } from "@/lib/features/search/find-hits";
import { type Serving, searchEngine } from "@/lib/features/serving/search-engine";
import { exactTopK } from "@/lib/vector-index/exact";
import { countNodes } from "@/lib/vector-index/teaching/build-hnsw";
import { type HnswGraph, type NodeDistance, topLayerOf } from "@/lib/vector-index/teaching/hnsw-graph";
import { searchHnsw } from "@/lib/vector-index/teaching/search-hnsw";
import type { SearchStep } from "@/lib/vector-index/teaching/search-layer";
import { K, type SearchPathRequest } from "./search-path-request";
import type { PathCaption, PathHit, PathStep, SearchPath } from "./search-path-types";
import { buildSmallIndex, recallOf, type SmallIndex } from "./small-index";

/** Small indexes that are kept, and that may wait to be built: a second each. */
const KEPT = 6;
const WAITING = 8;
/** Captions of what a step keeps in mind that are told. */
const TOLD = 10;

const turn = () => processSingleton("small index turn", () => pLimit(1));
const kept = () => processSingleton("small indexes", () => new Map<string, SmallIndex>());

/** Those used last are kept. */
function keep(key: string, index: SmallIndex): SmallIndex {
  const indexes = kept();
  indexes.delete(key);
  indexes.set(key, index);
  for (const old of [...indexes.keys()].slice(0, -KEPT)) indexes.delete(old);
  return index;
}

async function takeIndex({ generation }: Serving, { sample, m }: SearchPathRequest, signal: AbortSignal): Promise<SmallIndex> {
  const key = JSON.stringify([generation.manifest.id, sample, m]);
  const recall = () => {
    const known = kept().get(key);
    return known && keep(key, known);
  };
  const known = recall();
  if (known) return known;
  if (turn().pendingCount >= WAITING) throw new AppError("overloaded", "Many small indexes are waiting to be built. Try again in some seconds.", { retryAfter: 5 });
  // Looked up again in its turn: while it waited, the same may have been built for somebody else.
  return turn()(async () => recall() ?? keep(key, await buildSmallIndex({ vectors: generation.vectors, dimensions: generation.manifest.model.dimensions }, { sample, m }, signal)));
}

function toPathStep({ layer, node, computed, found }: SearchStep): PathStep {
  const keptNow = new Set(found.map((reached) => reached.node));
  const nodes = computed.map((reached) => reached.node);
  return { layer, node, computed: nodes, kept: nodes.filter((reached) => keptNow.has(reached)) };
}

const toHit = ({ node, distance }: NodeDistance): PathHit => ({ node, score: roundScore(1 - distance) });

/** Each pair once; of the bottom layer, which has too many, those of nodes whose links were followed. */
function linksOf({ links }: HnswGraph, layer: number, followed: ReadonlySet<number>): [number, number][] {
  const pairs = new Map<string, [number, number]>();
  links.forEach((own, node) => {
    if (layer === 0 && !followed.has(node)) return;
    for (const other of own[layer] ?? []) pairs.set([Math.min(node, other), Math.max(node, other)].join(" "), [Math.min(node, other), Math.max(node, other)]);
  });
  return [...pairs.values()];
}

async function readNodes({ db, generation }: Serving, { rows }: SmallIndex, nodes: Iterable<number>): Promise<Record<number, PathCaption>> {
  const ids = new Map([...new Set(nodes)].map((node) => [node, generation.labels.captionIds[rows[node] as number] as number]));
  const captions = await readCaptions(db, [...ids.values()]);
  return Object.fromEntries([...ids].flatMap(([node, id]) => {
    const caption = captions.get(id);
    return caption ? [[node, { ...caption, id: String(id) }]] : [];
  }));
}

const roundPlace = ([x, y]: readonly [number, number]): [number, number] => [roundScore(x), roundScore(y)];

/**
 * A query's way through a small HNSW index over captions of the generation that answers. A step beyond the last one counts as the last.
 * @throws AppError `overloaded`; as searches do; the signal's reason
 */
export async function findSearchPath(request: SearchPathRequest, signal: AbortSignal): Promise<SearchPath> {
  return searchEngine().use(async (serving) => {
    const vector = await embedQuery(serving, request.q);
    const index = await takeIndex(serving, request, signal);
    const { graph } = index;
    const { nearest, steps, computations } = searchHnsw(graph, vector, K, request.ef);
    const { rows, scores } = exactTopK(graph.vectors, vector, K);
    const exact = Array.from(rows, (node, i): PathHit => ({ node, score: roundScore(scores[i] ?? 0) }));
    const step = Math.min(request.step ?? 1, steps.length);
    const found = steps[step - 1]?.found.map(toHit) ?? [];
    const followed = new Set(steps.map(({ node }) => node));
    const layers = countNodes(graph);
    const { manifest } = serving.generation;
    return {
      query: request.q,
      generation: manifest.id,
      corpus: manifest.count,
      own: { m: manifest.hnsw.m, ef: manifest.hnsw.ef },
      sample: index.rows.length,
      m: request.m,
      ef: request.ef,
      layers,
      levels: index.rows.map((_, node) => topLayerOf(graph, node)),
      places: index.places.map(roundPlace),
      place: roundPlace(index.placeOf(vector)),
      explained: roundScore(index.explained),
      links: layers.map((_, layer) => linksOf(graph, layer, followed)),
      steps: steps.map(toPathStep),
      step,
      found,
      nearest: nearest.map(toHit),
      exact,
      recall: recallOf(nearest.map(({ node }) => node), rows),
      computations,
      curve: index.curve?.map((point) => ({ ...point, recall: roundScore(point.recall), computations: Math.round(point.computations) })) ?? null,
      captions: await readNodes(serving, index, [...followed, ...[...nearest, ...exact, ...found.slice(0, TOLD)].map(({ node }) => node)]),
    };
  });
}
