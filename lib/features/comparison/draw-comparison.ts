import { escapeXml } from "@/lib/core/escape-xml";
import { MAP_PALETTES } from "@/lib/features/caption-map/palette";
import type { Comparison, SimilarityTree } from "./comparison-types";
import { leavesOf } from "./cluster";

const FONTS = "'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Yu Gothic','Meiryo',system-ui,sans-serif";
const CELL = 28;
const HEAD = 64;
const MARGIN = 24;
/** Room for sentences beside the map, and for the tree beyond them. */
const TEXT = 420;
const TREE = 120;
/** From so many sentences on, cells have no numbers. */
const WITHOUT_NUMBERS = 40;
const LONGEST = 34;

const WORDS = { ja: { title: "文の類似度", within: "組の中の平均", across: "組の間の平均" }, en: { title: "Similarity of sentences", within: "mean within groups", across: "mean across groups" } } as const;

/** Where a tree's nodes stand: along the leaves, in leaves from 0, and away from them, as a share of the largest distance. */
export interface TreeLine {
  /** From one part to the other at the distance at which they join. */
  from: number;
  to: number;
  distance: number;
  /** The distances at which the two parts were joined themselves, 0 for leaves. */
  ends: [number, number];
}

/** The lines of a dendrogram, leaf after leaf. */
export function linesOf(tree: SimilarityTree): TreeLine[] {
  const places = new Map(leavesOf(tree).map((sentence, place) => [sentence, place]));
  const lines: TreeLine[] = [];
  const visit = (node: SimilarityTree): { at: number; distance: number } => {
    if ("sentence" in node) return { at: places.get(node.sentence)!, distance: 0 };
    const [left, right] = node.parts.map(visit) as [ReturnType<typeof visit>, ReturnType<typeof visit>];
    lines.push({ from: left.at, to: right.at, distance: node.distance, ends: [left.distance, right.distance] });
    return { at: (left.at + right.at) / 2, distance: node.distance };
  };
  visit(tree);
  return lines;
}

/** The similarities as a picture that stands for itself: sentences in the order of their tree, the tree beside them. */
export function drawComparison(comparison: Comparison, { theme, lang }: { theme: "light" | "dark"; lang: "ja" | "en" }): string {
  const { sentences, similarities, order, tree, model, within, across } = comparison;
  const palette = MAP_PALETTES[theme];
  const [low, high] = theme === "light" ? ["#f3ede1", "#b23a1d"] : ["#2a2622", "#f0926f"];
  const side = sentences.length * CELL;
  const [width, height] = [MARGIN * 2 + TEXT + side + TREE, HEAD + side + MARGIN];
  const words = WORDS[lang];
  const facts = [model.id, within !== null && `${words.within} ${within.toFixed(2)}`, across !== null && `${words.across} ${across.toFixed(2)}`].filter(Boolean).join(" · ");
  const left = MARGIN + TEXT;
  const cells = order.flatMap((a, row) => order.map((b, column) => {
    const cosine = similarities[a]![b]!;
    const heat = Math.round(100 * Math.max(0, Math.min(1, (cosine - 0.2) / 0.8)));
    const at = `x="${left + column * CELL}" y="${HEAD + row * CELL}"`;
    const square = `<rect ${at} width="${CELL - 1}" height="${CELL - 1}" rx="2" fill="${a === b ? palette.paper : mix(low, high, heat)}"/>`;
    const number = a !== b && sentences.length <= WITHOUT_NUMBERS ? `<text x="${left + (column + 0.5) * CELL}" y="${HEAD + (row + 0.6) * CELL}" font-size="9" text-anchor="middle" fill="${heat > 55 ? palette.paper : palette.ink}">${cosine.toFixed(2)}</text>` : "";
    return square + number;
  }));
  const farthest = Math.max(1e-6, ...linesOf(tree).map(({ distance }) => distance));
  const x = (distance: number) => (left + side + 8 + (distance / farthest) * (TREE - 16)).toFixed(1);
  const y = (leaf: number) => (HEAD + (leaf + 0.5) * CELL).toFixed(1);
  const branches = linesOf(tree).map(({ from, to, distance, ends }) => `M${x(ends[0])} ${y(from)}H${x(distance)}V${y(to)}H${x(ends[1])}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONTS}" role="img" aria-label="${words.title}">`,
    `<title>${words.title}</title>`,
    `<rect width="${width}" height="${height}" fill="${palette.paper}"/>`,
    `<text x="${MARGIN}" y="30" font-size="18" font-weight="600" fill="${palette.ink}">${words.title}</text>`,
    `<text x="${MARGIN}" y="50" font-size="12" fill="${palette.muted}">${escapeXml(facts)}</text>`,
    `<g font-size="12" fill="${palette.ink}">`,
    ...order.map((sentence, row) => `<text x="${left - 10}" y="${HEAD + (row + 0.62) * CELL}" text-anchor="end">${escapeXml(shorten(sentences[sentence]!.text))} <tspan fill="${palette.muted}">${sentences[sentence]!.group + 1}</tspan></text>`),
    "</g>",
    ...cells,
    `<path fill="none" stroke="${palette.muted}" d="${branches.join("")}"/>`,
    "</svg>",
  ].join("\n");
}

function shorten(text: string): string {
  const characters = [...text];
  const longest = /[\u3040-\u30ff\u4e00-\u9fff]/u.test(text) ? LONGEST : 2 * LONGEST;
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join("")}…`;
}

/** @param share per cent of the second colour */
function mix(from: string, to: string, share: number): string {
  const part = (colour: string, i: number) => parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16);
  return `#${[0, 1, 2].map((i) => Math.round(part(from, i) + ((part(to, i) - part(from, i)) * share) / 100).toString(16).padStart(2, "0")).join("")}`;
}
