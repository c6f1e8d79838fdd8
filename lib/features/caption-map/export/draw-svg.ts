import { escapeXml } from "@/lib/core/escape-xml";
import { codeColours, languageColours, languageShape, MAP_PALETTES, type MapPalette, type MapShape, rampColour } from "../palette";
import type { DrawingRequest, DrawnPoints, DrawnText, ExportSource } from "./export-source";
import { SIDE, widthOf } from "./place-texts";

const FONTS = "'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Yu Gothic','Meiryo',system-ui,sans-serif";

/** Room above the map for the title, and beneath it for the legend, of a picture 1 000 wide. */
const HEAD = 56;
const FOOT = 64;
const MARGIN = (1000 - SIDE) / 2;

const WORDS = {
  ja: { title: "キャプションの地図", points: (n: string, of: string) => (n === of ? `${of} 点` : `${of} 点のうち ${n} 点を表示`), image: "色：同じ画像のキャプションは同じ色", language: "色：言語", collection: "色：コレクション", density: ["疎", "密"], ja: "日本語", en: "英語" },
  en: { title: "Map of captions", points: (n: string, of: string) => (n === of ? `${of} points` : `${n} of ${of} points shown`), image: "Colour: captions of one image share it", language: "Colour: language", collection: "Colour: collection", density: ["sparse", "dense"], ja: "Japanese", en: "English" },
} as const;

const round = (value: number) => String(Math.round(value * 10) / 10);

/**
 * A map as a picture that stands for itself: title, points, what is written beside them, legend, and the layout's parameters as metadata. Shapes tell languages, as on the page.
 * @param most points that are drawn; of more, an even sample
 */
export async function drawSvg(source: ExportSource, { colour, lang, theme, width }: DrawingRequest, most: number): Promise<string> {
  const palette = MAP_PALETTES[theme];
  const words = WORDS[lang];
  const { points, texts } = await source.draw(most, lang);
  const height = HEAD + SIDE + FOOT;
  const shown = points.x.length.toLocaleString(lang);
  const all = source.rows.toLocaleString(lang);
  const title = `${words.title} — ${source.collections.join(", ")}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 ${height}" width="${width}" height="${Math.round((width * height) / 1000)}" font-family="${FONTS}" role="img" aria-label="${escapeXml(title)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<metadata>${escapeXml(JSON.stringify(source.about))}</metadata>`,
    `<rect width="1000" height="${height}" fill="${palette.paper}"/>`,
    `<text x="${MARGIN}" y="26" font-size="18" font-weight="600" fill="${palette.ink}">${escapeXml(title)}</text>`,
    `<text x="${MARGIN}" y="46" font-size="12" fill="${palette.muted}">${escapeXml(`${words.points(shown, all)} · ${methodLine(source.about)}`)}</text>`,
    ...drawPoints(points, source, colour, palette),
    `<g font-size="${texts.length > 60 ? 11 : 13}" text-anchor="middle" fill="${palette.ink}" stroke="${palette.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`,
    ...texts.map(drawText),
    "</g>",
    ...drawLegend(source, colour, palette, words, HEAD + SIDE + 30),
    "</svg>",
  ].join("\n");
}

function methodLine({ method, perplexity, iterations, seed, generation }: ExportSource["about"]): string {
  const name = method === "pca" ? "PCA" : "t-SNE";
  return [name, perplexity != null && `perplexity ${Number(Number(perplexity).toFixed(2))}`, iterations != null && `${iterations} iterations`, seed != null && `seed ${seed}`, generation].filter(Boolean).join(" · ");
}

function drawText({ x, y, text }: DrawnText): string {
  return `<text x="${round(MARGIN + x * SIDE)}" y="${round(HEAD + (1 - y) * SIDE)}">${escapeXml(text)}</text>`;
}

/** One path for all points of a colour and shape. */
function drawPoints(points: DrawnPoints, { languages, collections }: ExportSource, colour: DrawingRequest["colour"], palette: MapPalette): string[] {
  const codes = codesOf(points, colour);
  const colours = codeColours(colour, { languages, collections }, palette);
  const shapes = languages.map(languageShape);
  const size = Math.max(1.6, Math.min(9, 340 / Math.sqrt(Math.max(1, points.x.length))));
  const paths = new Map<string, string[]>();
  for (let i = 0; i < points.x.length; i++) {
    const key = `${colours[codes[i] as number]} ${shapes[points.language[i] as number] ?? "square"}`;
    const path = paths.get(key) ?? [];
    paths.set(key, path);
    path.push(pathOf(key.endsWith("triangle") ? "triangle" : "circle", MARGIN + (points.x[i] as number) * SIDE, HEAD + (1 - (points.y[i] as number)) * SIDE, size));
  }
  return [...paths].map(([key, path]) => {
    const [fill = "", shape = "circle"] = key.split(" ");
    if (shape === "triangle") return `<path fill="${fill}" fill-opacity=".85" d="${path.join("")}"/>`;
    return `<path stroke="${fill}" stroke-opacity=".85" stroke-width="${round(size)}" stroke-linecap="${shape === "circle" ? "round" : "square"}" d="${path.join("")}"/>`;
  });
}

function codesOf(points: DrawnPoints, colour: DrawingRequest["colour"]): Uint8Array {
  return { image: points.colour, language: points.language, collection: points.collection, density: points.density }[colour];
}

/** Circles and squares are ends of lines without length. */
function pathOf(shape: MapShape, x: number, y: number, size: number): string {
  if (shape !== "triangle") return `M${round(x)} ${round(y)}h0`;
  const half = 0.62 * size;
  return `M${round(x)} ${round(y - half)}l${round(half)} ${round(1.8 * half)}h${round(-2 * half)}z`;
}

function drawLegend({ languages, collections }: ExportSource, colour: DrawingRequest["colour"], palette: MapPalette, words: (typeof WORDS)["ja" | "en"], y: number): string[] {
  const items: { mark: string; label: string }[] = [];
  const mark = (shape: MapShape, fill: string, x: number) =>
    shape === "triangle" ? `<path fill="${fill}" d="${pathOf("triangle", x, y - 4, 11)}"/>` : `<path stroke="${fill}" stroke-width="10" stroke-linecap="${shape === "circle" ? "round" : "square"}" d="M${x} ${y - 4}h0"/>`;
  let x = MARGIN + 6;
  const add = (shape: MapShape, fill: string, label: string) => {
    items.push({ mark: mark(shape, fill, x), label: `<text x="${x + 12}" y="${y}">${escapeXml(label)}</text>` });
    x += 30 + widthOf(label);
  };
  const languageColour = colour === "language" ? languageColours(languages, palette) : languages.map(() => palette.muted);
  languages.forEach((language, i) => add(languageShape(language), languageColour[i] ?? palette.muted, nameOf(language, words)));
  if (colour === "collection") collections.forEach((collection, i) => add("square", palette.collection[i % palette.collection.length] ?? palette.ink, collection));
  if (colour === "density") words.density.forEach((word, i) => add("square", rampColour(palette.density, i), word));
  if (colour === "image") items.push({ mark: "", label: `<text x="${x}" y="${y}">${words.image}</text>` });
  return [`<g font-size="13" fill="${palette.ink}">`, ...items.flatMap((item) => [item.mark, item.label]).filter(Boolean), "</g>"];
}

function nameOf(language: string, words: (typeof WORDS)["ja" | "en"]): string {
  const primary = language.split("-")[0]?.toLowerCase();
  return primary === "ja" ? words.ja : primary === "en" ? words.en : language;
}
