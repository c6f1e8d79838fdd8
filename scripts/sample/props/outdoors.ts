import { circle, dots, ellipse, line, num, path, points, rect, repeat } from "../shapes";
import { scaled, type Prop } from "./prop";

/** The point on a circle at the given sixteenth of a turn. */
const polar = (sixteenth: number, radius: number): [number, number] => [Math.cos((sixteenth * Math.PI) / 8) * radius, Math.sin((sixteenth * Math.PI) / 8) * radius];

/** Things of the open air. */
export const outdoors = {
  /** Water in front of a boat's foot, in the colour of the water around it. */
  swell: scaled((color) => path("M-50 -8q5 -5 10 0t10 0t10 0t10 0t10 0t10 0t10 0t10 0t10 0t10 0q4 22 -50 24t-50 -24z", color) + line("M-50 -8q5 -5 10 0t10 0t10 0t10 0t10 0t10 0t10 0t10 0t10 0t10 0", "#fff9", 2)),
  wave: scaled((color) => path("M-50 0v-24q22 -34 52 -32q22 2 26 22q-12 -12 -22 -2q-8 12 4 24q12 8 40 4v8z", color) + line("M-48 -24q24 -32 50 -31q20 2 25 20", "#fff", 3.4) + circle(26, -32, 4, "#fff") + circle(34, -40, 2.6, "#fff") + circle(18, -30, 3, "#fff")),
  /** As high however long it is. */
  fence: (width, color) => {
    const posts = Math.floor(width / 30);
    return rect(-width / 2, -50, width, 8, color, 3) + rect(-width / 2, -25, width, 8, color, 3) + path(repeat(posts, (i) => `M${num((i + 0.5) * (width / posts) - width / 2 - 5)} 0v-58l5 -6l5 6v58z`), color);
  },
  bench: scaled((color) => rect(-50, -46, 100, 8, color, 3) + rect(-50, -34, 100, 8, color, 3) + rect(-52, -20, 104, 7, color, 3) + rect(-40, -46, 5, 46, "#5b616e") + rect(35, -46, 5, 46, "#5b616e")),
  puddle: scaled((color) => ellipse(0, -6, 50, 9, color, 0.85) + ellipse(-8, -8, 26, 3.4, "#fff", 0.4)),
  pond: scaled((color) => ellipse(0, -16, 50, 16, "#0002") + ellipse(0, -17, 49, 15, color) + line("M-30 -18q6 -3 12 0t12 0M4 -10q6 -3 12 0t12 0", "#fff", 1.6, 0.7)),
  spring: scaled((color) => repeat(15, (i) => ellipse(-49 + i * 7, -18 - Math.sin((i / 14) * Math.PI) * 15, 7, 6, i % 2 ? "#8d8f99" : "#7a7d88")) + ellipse(0, -15, 50, 16, color) + repeat(15, (i) => ellipse(-49 + i * 7, -12 + Math.sin((i / 14) * Math.PI) * 13, 7, 6, i % 2 ? "#9a9ca6" : "#85878f"))),
  steam: scaled((color) => line("M-24 0q-10 -14 0 -28t0 -28M0 0q-10 -16 0 -32t0 -32M24 0q-10 -14 0 -28t0 -28", color, 6, 0.75)),
  smoke: scaled((color) => circle(-44, -4, 7, color, 0.9) + circle(-30, -12, 11, color, 0.85) + circle(-8, -20, 15, color, 0.8) + circle(20, -26, 19, color, 0.7) + circle(46, -30, 14, color, 0.6)),
  burst: scaled((color) => {
    const ray = (i: number, from: number, to: number) => `M${polar(i, from).map(num).join(" ")}L${polar(i, to).map(num).join(" ")}`;
    const tip = (i: number) => polar(i, i % 2 ? 42 : 50);
    return line(repeat(16, (i) => ray(i, 18, i % 2 ? 36 : 44)), color, 2.4) + line(repeat(16, (i) => ray(i, 8, 13)), "#fff6d0", 1.6) + dots(points(16, tip), 2.4, "#fff6d0") + circle(0, 0, 4, "#fff6d0");
  }),
  stall: scaled(
    (color) =>
      rect(-46, -84, 5, 84, "#8a5a3c") + rect(41, -84, 5, 84, "#8a5a3c") + rect(-48, -34, 96, 34, "#d9a56b") + rect(-52, -38, 104, 7, "#f0cf9a", 2) + rect(-46, -28, 92, 20, color, 3) +
      repeat(7, (i) => path(`M${-54 + i * 15.5} -92h15.5l1 18q-8.7 10 -17.5 0z`, i % 2 ? "#fff" : color)) + path("M-54 -92l10 -14h88l10 14z", color),
  ),
  "lantern-string": scaled((color) => line("M-50 -26q50 20 100 0", "#5b4a3f", 1) + repeat(7, (i) => { const x = -42 + i * 14; const y = -23 + (1 - (x / 46) ** 2) * 7; return rect(x - 4, y, 8, 11, i % 2 ? "#fff1c9" : color, 4) + rect(x - 2.4, y - 1, 4.8, 1.6, "#3d3242") + rect(x - 2.4, y + 10.4, 4.8, 1.6, "#3d3242"); })),
  bunting: scaled((color) => line("M-50 -20q50 24 100 0", "#7b6a58", 0.8) + repeat(8, (i) => { const x = -44 + i * 12.5; const y = -18 + (1 - (x / 48) ** 2) * 9; return path(`M${x - 4} ${y}h8l-4 9z`, ["#ffd35c", color, "#5cb8e6", "#7cc96b"][i % 4] ?? ""); })),
  barn: scaled((color) => path("M-50 0v-50l22 -28h56l22 28v50z", color) + path("M-54 -48l24 -32h60l24 32h-8l-20 -25h-52l-20 25z", "#7a3a34") + rect(-20, -36, 40, 36, "#fff", 2) + rect(-17, -33, 34, 33, color) + line("M-16 -32l32 31M16 -32l-32 31", "#fff", 2.6) + circle(0, -54, 7, "#fff")),
  bamboo: scaled((color) => [-30, 0, 28].map((x, i) => repeat(5, (n) => rect(x - 4, -150 + n * 30 + i * 4, 8, 28, color, 2.5)) + path(`M${x + 4} ${-110 + i * 12}q20 -16 34 -8q-14 14 -34 10zM${x - 4} ${-76 + i * 10}q-20 -14 -32 -4q14 12 32 6z`, "#7cc96b")).join("")),
  mound: scaled((color) => path("M-50 0q8 -30 30 -30q24 -10 40 2q24 -2 30 28z", color)),
  /** A tennis net, as high however long it is. */
  net: (width, color) =>
    rect(-width / 2, -76, width, 9, color) +
    line(repeat(Math.floor(width / 14), (i) => `M${num(i * 14 - width / 2)} -68v68`) + repeat(5, (i) => `M${num(-width / 2)} ${-56 + i * 13}h${num(width)}`), color, 1.4, 0.8) +
    rect(-width / 2 - 5, -82, 9, 82, "#5b616e", 3) +
    rect(width / 2 - 4, -82, 9, 82, "#5b616e", 3),
  bat: scaled((color) => path("M-50 -2q0 -4 4 -4l40 1q40 -5 50 -3q8 6 0 12q-10 2 -50 -3l-40 1q-4 0 -4 -4z", color)),
  hoop: scaled((color) => rect(-4, -300, 8, 300, "#5b616e") + rect(-50, -300, 100, 66, "#fff", 4) + rect(-20, -274, 40, 30, color) + rect(-15, -269, 30, 20, "#fff") + rect(-24, -244, 48, 6, "#ff6723", 3) + path("M-21 -238h42l-9 36h-24z", "#fff", 0.8) + line("M-12 -238l4 36M0 -238v36M12 -238l-4 36M-18 -226h36M-15 -214h30", "#b9c3cf", 1.6)),
  poles: scaled((color) => rect(-1.6, -150, 3.2, 150, color, 1.6) + rect(-24, -142, 48, 3, color) + rect(-18, -130, 36, 3, color)),
  gull: scaled((color) => line("M-46 -24q26 -18 46 10q20 -28 46 -10", color, 12)),
  /** A bullet train, its nose to the left. */
  shinkansen: scaled(
    (color) =>
      path("M-50 -2q4 -9 18 -9.6H50V-1h-99z", color) + path("M-50 -2q0 -1 1 -2H50v2z", "#3f6fd1") + path("M-38.600 -9.800q4 -1.500 8 -1.500h2l-1 2.600h-9.500z", "#3b4a68") + repeat(19, (i) => rect(-25 + i * 3.9 + Math.floor(i / 6) * 0.5, -8.6, 2.2, 2.2, "#5b7fb0", 0.6)) + [-3, 23].map((x) => rect(x, -11.6, 0.7, 10.6, "#b9c3d3")).join("") + rect(-49, -1.2, 99, 1.4, "#8d96a8"),
  ),
  post: scaled((color) => rect(-25, -1400, 50, 1400, color, 20)),
  splash: scaled((color) => path("M-50 0q10 -18 20 -4q6 -26 16 -6q8 -30 16 -2q8 -24 16 4q10 -16 32 8z", color, 0.9)),
} satisfies Record<string, Prop>;
