import { dots, line, points, repeat } from "../shapes";

const scattered = (count: number, colors: string[], height: number) =>
  colors.map((color, n) => line(repeat(Math.floor(count / colors.length), (i) => `M${((i * colors.length + n) * 107 + 19) % 640} ${((i * colors.length + n) * 67 + 23) % height}l5 ${i % 2 ? 2 : -2}`), color, 7, 0.9)).join("");

/** What falls in front of a picture. */
export const weatherLayers = {
  rain: line(repeat(44, (i) => `M${(i * 89 + 13) % 660} ${(i * 53) % 470}l-7 22`), "#eaf4ff", 2.2, 0.7),
  snowfall: [2.5, 3.6, 4.8].map((radius, n) => dots(points(12, (i) => [(i * 309 + n * 103 + 23) % 640, (i * 213 + n * 71 + 11) % 480]), radius, "#fff", 0.95)).join(""),
  petals: scattered(26, ["#ffd3e2", "#ff9fc0"], 470),
  "leaves-falling": scattered(18, ["#e8663c", "#f2b13c", "#c93f36"], 380),
};
