/** A number as it is written in a picture: at most one decimal. */
export const num = (value: number): string => String(Math.round(value * 10) / 10);

/** An SVG element without children. */
export function element(name: string, attributes: Record<string, string | number | undefined>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${typeof value === "number" ? num(value) : value}"`]));
  return `<${name}${written.join("")}/>`;
}

export const rect = (x: number, y: number, width: number, height: number, fill: string, rx?: number): string => element("rect", { x, y, width, height, rx, fill });

export const circle = (cx: number, cy: number, r: number, fill: string, opacity?: number): string => element("circle", { cx, cy, r, fill, opacity });

export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, opacity?: number): string => element("ellipse", { cx, cy, rx, ry, fill, opacity });

export const path = (d: string, fill: string, opacity?: number): string => element("path", { d, fill, opacity });

export const line = (d: string, stroke: string, width: number, opacity?: number): string =>
  element("path", { d, fill: "none", stroke, "stroke-width": width, "stroke-linecap": "round", "stroke-linejoin": "round", opacity });

/** Equal dots, as one path: much smaller than as many circles. */
export const dots = (points: [number, number][], radius: number, fill: string, opacity?: number): string => line(points.map(([x, y]) => `M${num(x)} ${num(y)}h0`).join(""), fill, radius * 2, opacity);

/** A point for every index from 0 up to `count`. */
export const points = (count: number, at: (index: number) => [number, number]): [number, number][] => Array.from({ length: count }, (_, index) => at(index));

/** The same drawing for every index from 0 up to `count`. */
export const repeat = (count: number, draw: (index: number) => string): string => Array.from({ length: count }, (_, index) => draw(index)).join("");

/** An upright rectangle with a gradient from top to bottom. Each `id` may stand once in a picture. */
export function fade(id: string, y: number, height: number, ...colors: string[]): string {
  const stops = colors.map((color, index) => `<stop offset="${num(index / (colors.length - 1))}" stop-color="${color}"/>`);
  return `<linearGradient id="${id}" x2="0" y2="1">${stops.join("")}</linearGradient>${rect(0, y, 640, height, `url(#${id})`)}`;
}
