import { circle, dots, ellipse, path, points, rect, repeat } from "../shapes";

const wall = (color: string, skirting: string) => rect(0, 0, 640, 352, color) + rect(0, 342, 640, 12, skirting);

const spots = (color: string) => dots(points(36, (i) => [26 + (i % 9) * 74 + (Math.floor(i / 9) % 2) * 37, 34 + Math.floor(i / 9) * 80]), 5, color);

const planks = (y: number, color: string, seam: string) =>
  rect(0, y, 640, 480 - y, color) + path(repeat(4, (i) => `M0 ${y + ((480 - y) / 4) * i}h640v3H0z`) + repeat(8, (i) => `M${(i * 190 + 90) % 640} ${y + ((480 - y) / 4) * (i % 4)}h3v${(480 - y) / 4}h-3z`), seam);

const tiles = (line: string) => path(repeat(9, (i) => `M${i * 76 + 30} 0h2.5v352h-2.5z`) + repeat(5, (i) => `M0 ${i * 76 + 24}h640v2.5H0z`), line);

const bricks = (color: string, third: boolean) => path(repeat(64, (n) => (((n % 8) + Math.floor(n / 8)) % 3 === 0 === third ? `M${(n % 8) * 88 - (Math.floor(n / 8) % 2) * 44 + 4} ${Math.floor(n / 8) * 44 + 4}h78v34h-78z` : "")), color);

/** Rooms and table tops. Floors begin at 352, table tops at 268. */
export const indoorLayers = {
  "wall-cream": wall("#fdf0d8", "#e2c9a0") + spots("#f7e2bd"),
  "wall-blue": wall("#d3e8f5", "#a9c6dc") + spots("#c2dff0"),
  "wall-green": wall("#d9ecd4", "#aecba6") + spots("#c8e2c1"),
  "wall-pink": wall("#fde0e4", "#e8b6c0") + spots("#f9cdd5"),
  "wall-evening": wall("#5b5480", "#453f68") + spots("#675f8f"),
  "wall-tiles": wall("#e3f2f4", "#b9d6db") + tiles("#c6e0e5"),
  "wall-brick": wall("#e8b79a", "#b98a6c") + bricks("#e2a888", false) + bricks("#dc9d7b", true),
  "wall-shoji": rect(0, 0, 640, 352, "#c9a878") + repeat(4, (i) => rect(i * 162 - 2, 24, 150, 318, "#fffaf0", 3)) + path(repeat(4, (i) => `M${i * 162 + 47} 24h4v318h-4zM${i * 162 + 97} 24h4v318h-4z` + repeat(4, (r) => `M${i * 162 - 2} ${84 + r * 64}h150v4h-150z`)), "#d8bd92"),
  "wall-office": rect(0, 0, 640, 352, "#e9edf2") + rect(0, 342, 640, 12, "#c3ccd6"),
  "wall-school": wall("#fbf3df", "#c79f6a") + rect(90, 40, 460, 200, "#a5743f", 6) + rect(100, 50, 440, 180, "#3f7a5c", 3) + rect(90, 236, 460, 12, "#c08a50", 4) + rect(150, 230, 34, 6, "#fff", 2) + rect(470, 228, 46, 9, "#d96f5c", 3),
  "floor-wood": planks(352, "#d9a56b", "#c28d54"),
  "floor-tatami": rect(0, 352, 640, 128, "#cfd39a") + repeat(3, (i) => rect(0, 356 + i * 44, 640, 3, "#bcc085")) + rect(0, 396, 640, 8, "#4f6b4a") + path("M214 352l-60 128h10l58 -128zM430 352l60 128h-10l-58 -128z", "#4f6b4a"),
  "floor-carpet": rect(0, 352, 640, 128, "#8fa6bd"),
  "floor-tiles": rect(0, 352, 640, 128, "#b9d6db") + repeat(3, (i) => rect(0, 380 + i * 34, 640, 2.5, "#a3c5cc")) + repeat(9, (i) => path(`M${320 + (i - 4) * 80} 352h3L${320 + (i - 4) * 150} 480h-4z`, "#a3c5cc")),
  "table-wood": planks(268, "#c98d57", "#b27742") + rect(0, 262, 640, 9, "#dca56f"),
  "table-dark": planks(268, "#7a4f38", "#663f2b") + rect(0, 262, 640, 9, "#94634a"),
  "table-white": rect(0, 262, 640, 218, "#fffdf8") + rect(0, 262, 640, 9, "#ece4d6") + path("M0 480V440q40 20 80 0t80 0t80 0t80 0t80 0t80 0t80 0t80 0v40z", "#f1e9db"),
  "table-gingham": rect(0, 264, 640, 216, "#fff") + repeat(10, (i) => path(`M${i * 64} 264h32v216h-32z`, "#ee6b6b", 0.45)) + repeat(4, (i) => path(`M0 ${264 + i * 60}h640v30H0z`, "#ee6b6b", 0.45)),
  "table-wood-low": planks(346, "#c98d57", "#b27742") + rect(0, 340, 640, 9, "#dca56f"),
  "table-white-low": rect(0, 346, 640, 134, "#fffdf8") + rect(0, 340, 640, 9, "#ece4d6"),
  counter: rect(0, 300, 640, 180, "#f4ede1") + rect(0, 290, 640, 18, "#b9a58a") + repeat(4, (i) => rect(i * 160 + 12, 326, 136, 154, "#e6d8c0", 6) + circle(i * 160 + 132, 392, 6, "#b9a58a")),
  spotlight: ellipse(320, 400, 250, 46, "#fff2c4", 0.35),
};
