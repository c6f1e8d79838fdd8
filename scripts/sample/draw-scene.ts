import { drawLayers } from "./backdrops";
import { emojiBody } from "./emoji";
import { props } from "./props";
import type { EmojiItem, PropItem, Scene, SceneItem } from "./scene";
import { ellipse, num } from "./shapes";

/** An emoji's foot is this share of its size above the bottom of its box. */
const FOOT = 1 / 16;

/** Symbols for the emoji of one picture, each drawn once. */
class Symbols {
  private readonly ids = new Map<string, string>();
  private drawn = "";

  id({ emoji, recolor }: EmojiItem): string {
    const key = `${emoji} ${JSON.stringify(recolor)}`;
    const known = this.ids.get(key);
    if (known) return known;
    const id = `e${this.ids.size + 1}`;
    this.ids.set(key, id);
    this.drawn += `<symbol id="${id}" viewBox="0 0 32 32">${emojiBody(emoji, recolor)}</symbol>`;
    return id;
  }

  toString(): string {
    return `<defs>${this.drawn}</defs>`;
  }
}

/** Draws a scene's picture as an SVG document. The same scene gives the same bytes. */
export function drawScene(scene: Scene): string {
  const symbols = new Symbols();
  const items = scene.picture.items.map((item) => drawItem(item, symbols)).join("\n");
  const title = scene.slug.replace(/-\d+$/, "").replaceAll("-", " ");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 640 480">
<title>${title}</title>
${symbols.toString()}
${drawLayers(scene.picture.backdrop)}
${items}
</svg>
`;
}

function drawItem(item: SceneItem, symbols: Symbols): string {
  if ("layer" in item) return drawLayers([item.layer]);
  return "prop" in item ? drawProp(item) : drawEmoji(item, symbols);
}

function drawProp({ prop, at: [x, y, size], flip, rotate, color }: PropItem): string {
  const turns = `translate(${num(x)} ${num(y)})${rotate ? ` rotate(${num(rotate)})` : ""}${flip ? " scale(-1 1)" : ""}`;
  return `<g transform="${turns}">${props[prop](size, color)}</g>`;
}

function drawEmoji(item: EmojiItem, symbols: Symbols): string {
  const { at: [x, y, size], flip, rotate, shadow } = item;
  const top = y - size * (1 - FOOT);
  const turns = [rotate && `rotate(${num(rotate)} ${num(x)} ${num(top + size / 2)})`, flip && `matrix(-1 0 0 1 ${num(2 * x)} 0)`].filter(Boolean).join(" ");
  const use = `<use href="#${symbols.id(item)}" x="${num(x - size / 2)}" y="${num(top)}" width="${num(size)}" height="${num(size)}"${turns && ` transform="${turns}"`}/>`;
  return (shadow ? ellipse(x, y, size * 0.38, size * 0.07, "#2a2140", 0.2) : "") + use;
}
