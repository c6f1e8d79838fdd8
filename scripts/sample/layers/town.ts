import { dots, ellipse, path, points, rect, repeat } from "../shapes";

const heights = [150, 96, 190, 124, 168, 88, 206, 140, 110, 178];

const panes = (d: string, stroke: string) => `<path d="${d}" stroke="${stroke}" stroke-width="11"/>`;

/** Buildings shoulder to shoulder, their feet at `base`. Lit windows come and go in a fixed order. */
function buildings(base: number, colors: string[], bright: string, dark: string): string {
  return repeat(10, (i) => {
    const [x, height] = [i * 66 - 6, heights[i] ?? 100];
    const window = (lit: boolean) => repeat(Math.floor((height - 24) / 30) * 3, (w) => ((w * 7 + i * 3) % 5 < 3 === lit ? `M${x + 14 + (w % 3) * 18} ${base - height + 14 + Math.floor(w / 3) * 30}v15` : ""));
    return rect(x, base - height, 62, height + 4, colors[i % colors.length] ?? "", 4) + panes(window(true), bright) + panes(window(false), dark);
  });
}

const road = (fill: string, mark: string, kerb: string) => rect(0, 338, 640, 36, kerb) + rect(0, 374, 640, 106, fill) + repeat(7, (i) => rect(i * 104 - 20, 424, 56, 8, mark, 3));

const stripes = (count: number, first: string, second: string) => repeat(count, (i) => rect((i * 640) / count, 300, 640 / count + 1, 180, i % 2 ? first : second));

/** Streets, stations and grounds. Pavements begin at 338, roads at 374. */
export const townLayers = {
  "skyline-day": buildings(342, ["#b9cfe4", "#d9c9de", "#c6dccf", "#e8d3bd"], "#fff", "#9fb8d2"),
  "skyline-grey": buildings(342, ["#97a6b6", "#a7adbb", "#8c9cad"], "#ffe7a0", "#7d8c9d"),
  "skyline-dusk": buildings(342, ["#7d5f8f", "#8f6a8f", "#6d5686"], "#ffd98a", "#5f4a78"),
  "skyline-night": buildings(342, ["#232a5c", "#2e356e", "#1d2350"], "#ffd86b", "#39428a"),
  road: road("#767d89", "#fff", "#cfd3d8"),
  "road-wet": road("#5f6b7a", "#c9d3dd", "#a3afba") + repeat(6, (i) => ellipse(60 + i * 112, 398 + (i % 3) * 30, 44, 6, "#a9bccd", 0.6)),
  "road-night": road("#383d58", "#aeb4d6", "#565b7c") + repeat(6, (i) => ellipse(50 + i * 116, 392 + (i % 3) * 32, 40, 6, i % 2 ? "#ffcf5c" : "#ff7fa5", 0.35)),
  crossing: repeat(9, (i) => rect(34 + i * 66, 374, 36, 106, "#fff")),
  square: rect(0, 330, 640, 150, "#e8ddcb") + repeat(5, (i) => rect(0, 346 + i * 30, 640, 2.5, "#d3c4ab")),
  platform: rect(0, 404, 640, 76, "#c9ccd3") + rect(0, 396, 640, 10, "#eceef1") + path(repeat(16, (i) => `M${i * 40 + 2} 416h36v13h-36z`), "#f6c945"),
  pitch: stripes(8, "#7ecb62", "#6fbd55") + rect(0, 396, 640, 5, "#fff"),
  diamond: rect(0, 296, 640, 184, "#7ecb62") + path("M320 318L640 428v52H0v-52z", "#d9a56b") + path("M320 352L520 428L320 500L120 428z", "#7ecb62") + rect(306, 340, 28, 10, "#fff", 3),
  stands: rect(0, 190, 640, 110, "#6f86b8") + ["#ffd28a", "#ff9a8a", "#fff", "#9fd6ff", "#c9f0a8"].map((color, n) => dots(points(13, (i) => [14 + ((i * 5 + n) % 22) * 29.5 + (Math.floor((i * 5 + n) / 22) % 2) * 12, 214 + Math.floor((i * 5 + n) / 22) * 28]), 9, color)).join("") + rect(0, 286, 640, 14, "#3e5792"),
  "court-clay": rect(0, 290, 640, 190, "#d9825a") + path("M70 330h500l90 150H-20z", "#c96f49") + path("M70 330h500v4H70zM-20 476L66 332h6L-8 480zM660 476L574 332h-6l80 148zM316 334h8v146h-8z", "#fff"),
  gym: rect(0, 0, 640, 340, "#f0e2c4") + rect(0, 330, 640, 12, "#b9854e") + rect(0, 342, 640, 138, "#e3ad6a") + repeat(5, (i) => rect(0, 366 + i * 28, 640, 2, "#cd934f")) + repeat(3, (i) => rect(60 + i * 190, 40, 130, 70, "#cfeafa", 4)),
  stage: rect(0, 0, 640, 480, "#33224d") + path("M180 0h60l110 390H60zM400 0h60l120 390H290z", "#ffe9a8", 0.2) + rect(0, 384, 640, 96, "#8a5a3c") + repeat(4, (i) => rect(0, 400 + i * 22, 640, 2.5, "#74482e")) + repeat(5, (i) => path(`M${i * 22} 0h22q8 200 -12 384h-${22 - i * 2}zM${640 - i * 22} 0h-22q-8 200 12 384h${22 - i * 2}z`, i % 2 ? "#b3273d" : "#cf3a4e")),
  harbour: rect(0, 210, 640, 22, "#8c9a8f") + repeat(9, (i) => rect(20 + i * 70, 184 - (i % 3) * 10, 50, 30 + (i % 3) * 10, ["#f2c9a0", "#e9e4d6", "#c9d9e4"][i % 3] ?? "") + path(`M${14 + i * 70} ${186 - (i % 3) * 10}l31 -22l31 22z`, i % 2 ? "#b8574a" : "#5f7f9c")),
  "wall-stone": rect(0, 318, 640, 162, "#6b7392") + path(repeat(45, (n) => `M${(n % 9) * 76 - (Math.floor(n / 9) % 2) * 38 + 3} ${324 + Math.floor(n / 9) * 32}h68v25h-68z`), "#7a83a6"),
};
