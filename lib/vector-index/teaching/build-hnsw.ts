import { AppError } from "@/lib/core/errors";
import { seededRandom } from "@/lib/core/random";
import { row } from "@/lib/core/vector";
import { countLayers, distanceTo, type HnswGraph, type NodeDistance, topLayerOf } from "./hnsw-graph";
import { searchLayer } from "./search-layer";

export interface HnswBuild {
  /** Links that a new node makes on each layer: 2 or more. */
  m: number;
  /** Nearest nodes that are kept in mind while a new node looks for its links. */
  efConstruction: number;
  /** Decides which nodes are on which layers. */
  seed: number;
}

/** Of nodes on the bottom layer: twice as many links as above, as the paper recommends. */
const mostLinks = (m: number, layer: number) => (layer === 0 ? 2 * m : m);

/**
 * The paper's algorithm 4: nearest first, but for those that are nearer to one already chosen than to the node itself. So links lead into all directions, also out of a cluster.
 * @param candidates nearest first
 */
function selectNeighbours(graph: HnswGraph, candidates: readonly NodeDistance[], most: number): NodeDistance[] {
  const chosen: NodeDistance[] = [];
  const passedOver: NodeDistance[] = [];
  for (const candidate of candidates) {
    if (chosen.length >= most) break;
    const distance = distanceTo(graph, row(graph.vectors, candidate.node, graph.dimensions));
    (chosen.every(({ node }) => distance(node) >= candidate.distance) ? chosen : passedOver).push(candidate);
  }
  return [...chosen, ...passedOver.slice(0, most - chosen.length)];
}

/** Lets a node link to another one, and gives up a link where it has too many. */
function addLink(graph: HnswGraph, from: number, to: number, layer: number): void {
  const own = graph.links[from]?.[layer] as number[];
  own.push(to);
  const most = mostLinks(graph.m, layer);
  if (own.length <= most) return;
  const distance = distanceTo(graph, row(graph.vectors, from, graph.dimensions));
  const nearest = own.map((node) => ({ node, distance: distance(node) })).sort((a, b) => a.distance - b.distance || a.node - b.node);
  own.splice(0, own.length, ...selectNeighbours(graph, nearest, most).map(({ node }) => node));
}

/** The paper's algorithm 1: down to the node's highest layer by the nearest node alone, then linked on each layer. */
function insert(graph: HnswGraph, node: number, topLayer: number, efConstruction: number): void {
  const layers = countLayers(graph);
  const { entry } = graph;
  graph.links[node] = Array.from({ length: topLayer + 1 }, () => []);
  if (topLayer >= layers) graph.entry = node;
  if (entry === null) return;
  const distance = distanceTo(graph, row(graph.vectors, node, graph.dimensions));
  let from: NodeDistance[] = [{ node: entry, distance: distance(entry) }];
  for (let layer = layers - 1; layer >= 0; layer--) {
    from = searchLayer(graph, distance, { layer, from, ef: layer > topLayer ? 1 : efConstruction });
    if (layer > topLayer) continue;
    for (const neighbour of selectNeighbours(graph, from, graph.m)) {
      addLink(graph, node, neighbour.node, layer);
      addLink(graph, neighbour.node, node, layer);
    }
  }
}

/**
 * Builds a graph node by node, and may be interrupted after each. The same vectors, parameters and seed make the same graph.
 * @param vectors nodes × dimensions, row-major, every row of length 1
 * @throws AppError `bad_input` where m is less than 2: nodes would be on no upper layer, or on all
 */
export function* buildHnsw(vectors: Float32Array, dimensions: number, { m, efConstruction, seed }: HnswBuild): Generator<void, HnswGraph, void> {
  if (!(m >= 2)) throw new AppError("bad_input", `A graph cannot be built with M ${m}: it must be 2 or more.`);
  const graph: HnswGraph = { vectors, dimensions, m, links: [], entry: null };
  const random = seededRandom(seed);
  const count = vectors.length / dimensions;
  // An m-th of the nodes of a layer is on the next one too.
  const scale = 1 / Math.log(m);
  for (let node = 0; node < count; node++) {
    insert(graph, node, Math.floor(-Math.log(1 - random()) * scale), efConstruction);
    yield;
  }
  return graph;
}

/** Nodes of each layer, the bottom one first. */
export function countNodes(graph: HnswGraph): number[] {
  return Array.from({ length: countLayers(graph) }, (_, layer) => graph.links.filter((_links, node) => topLayerOf(graph, node) >= layer).length);
}
