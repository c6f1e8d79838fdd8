import { circle, dots, ellipse, fade, points } from "../shapes";

const sky = (...colors: string[]) => fade("sky", 0, 480, ...colors);

const cloud = (x: number, y: number, scale: number, fill: string, opacity = 0.9) =>
  ellipse(x, y, 62 * scale, 17 * scale, fill, opacity) + circle(x - 20 * scale, y - 14 * scale, 22 * scale, fill, opacity) + circle(x + 14 * scale, y - 20 * scale, 27 * scale, fill, opacity);

const stars = dots(points(18, (i) => [(i * 97 + 31) % 640, (i * 61 + 17) % 220]), 1.5, "#fff6d0", 0.7) + dots(points(8, (i) => [(i * 223 + 61) % 640, (i * 89 + 27) % 220]), 2.6, "#fff6d0", 0.95);

/** Skies and what is in them. */
export const skyLayers = {
  "sky-day": sky("#7fcbf7", "#c9ebfd", "#eef9ff"),
  "sky-morning": sky("#a9d8f5", "#fde8d3", "#fff4e3"),
  "sky-dusk": sky("#6b5fb0", "#f58c74", "#ffd28a"),
  "sky-night": sky("#161d4a", "#2b3a7e", "#46559c"),
  "sky-grey": sky("#93a5b8", "#bccad6", "#dbe4ea"),
  "sky-winter": sky("#bcdcf2", "#e2f0fa", "#f7fbff"),
  clouds: cloud(120, 92, 1, "#fff") + cloud(500, 66, 1.15, "#fff") + cloud(330, 128, 0.6, "#fff", 0.75),
  "clouds-pink": cloud(130, 84, 1, "#ffd9c9", 0.65) + cloud(520, 116, 0.9, "#ffd9c9", 0.55),
  "clouds-grey": cloud(110, 70, 1.4, "#7f91a5", 0.7) + cloud(340, 50, 1.7, "#8496a9", 0.7) + cloud(560, 86, 1.3, "#7f91a5", 0.7),
  sun: circle(548, 84, 62, "#fff3b8", 0.5) + circle(548, 84, 42, "#ffd95a"),
  "sun-low": circle(320, 232, 110, "#ffe9a8", 0.35) + circle(320, 232, 66, "#ffcf5c"),
  moon: circle(530, 84, 56, "#fdf3c4", 0.18) + circle(530, 84, 38, "#fdf0bd") + circle(518, 76, 7, "#ecdc9c") + circle(540, 96, 9, "#ecdc9c"),
  stars,
};
