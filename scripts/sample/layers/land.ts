import { circle, dots, line, path, points, rect, repeat } from "../shapes";

const grass = (color: string) => line(repeat(14, (i) => `M${(i * 149 + 36) % 640} ${330 + ((i * 47) % 140)}l-5 -9m5 9l1 -12m-1 12l6 -8`), color, 2.6, 0.7);

const flowers = (colors: string[]) =>
  colors.map((color, n) => {
    const at = points(6, (i) => [((i * colors.length + n) * 113 + 20) % 640, 318 + (((i * colors.length + n) * 59) % 154)]);
    return dots(at, 4.8, color) + dots(at, 1.8, "#ffe27a");
  }).join("");

const tree = (x: number, y: number, scale: number, leaf: string, trunk = "#7b5a43") => rect(x - 4 * scale, y - 26 * scale, 8 * scale, 28 * scale, trunk) + circle(x, y - 44 * scale, 27 * scale, leaf) + circle(x - 18 * scale, y - 30 * scale, 17 * scale, leaf) + circle(x + 18 * scale, y - 30 * scale, 17 * scale, leaf);

const pine = (x: number, y: number, scale: number, fill: string) => path(`M${x} ${y - 86 * scale}l${26 * scale} ${44 * scale}h-12l${20 * scale} ${40 * scale}h-${68 * scale}l${20 * scale} -${40 * scale}h-12z`, fill);

const furrows = (fill: string) => repeat(7, (i) => path(`M${320 + (i - 3) * 26} 300h12L${320 + (i - 3) * 190 + 60} 480h-110z`, fill, 0.75));

/** Hills, fields and gardens. Flat ground begins at about 300. */
export const landLayers = {
  hills: path("M0 300q110 -104 250 -50q120 -92 390 20v100H0z", "#9bd38a") + path("M0 318q150 -70 330 -18t310 -34v120H0z", "#7dc46f"),
  "hills-autumn": path("M0 292q110 -124 250 -60q120 -102 390 20v120H0z", "#e9a25a") + path("M0 318q150 -80 330 -28t310 -34v120H0z", "#d9743f"),
  mountains: path("M0 310L130 130l90 110l90 -150l130 170l80 -90l120 140z", "#8fa9c4") + path("M310 90l-42 70l24 -10l20 16l18 -18l22 6zM130 130l-36 50l22 -8l14 14l16 -16l14 0z", "#fff"),
  fuji: path("M70 320Q210 250 282 96h76Q430 250 570 320z", "#6d86b8") + path("M282 96h76q22 56 46 94l-26 -14l-22 26l-24 -28l-26 30l-22 -28l-30 18q26 -50 28 -98z", "#fff"),
  "fuji-far": path("M330 300Q430 250 480 140h54Q584 250 684 300z", "#7f97c4") + path("M480 140h54q15 40 33 68l-19 -10l-16 18l-17 -20l-18 22l-16 -20l-20 12q18 -36 19 -70z", "#fff"),
  forest: repeat(11, (i) => pine(20 + i * 61, 318 + (i % 3) * 6, 0.9 + (i % 4) * 0.16, i % 2 ? "#4f9a68" : "#3f8a5a")),
  "forest-night": repeat(11, (i) => pine(20 + i * 61, 322 + (i % 3) * 6, 1.1 + (i % 4) * 0.2, i % 2 ? "#1f3f4a" : "#193640")),
  "forest-snow": repeat(11, (i) => pine(20 + i * 61, 304 + (i % 3) * 6, 0.8 + (i % 4) * 0.16, i % 2 ? "#8fb9bf" : "#7aa8b2")),
  "trees-bank": repeat(7, (i) => tree(24 + i * 98, 278, 1 + (i % 3) * 0.15, i % 2 ? "#6dbb5c" : "#58ab52")),
  "trees-bank-autumn": repeat(7, (i) => tree(24 + i * 98, 278, 1.1 + (i % 3) * 0.2, ["#e8663c", "#f2a13c", "#d94a3d"][i % 3] ?? "")),
  trees: repeat(6, (i) => tree(36 + i * 116, 318 + (i % 2) * 8, 1.25 + (i % 3) * 0.15, i % 2 ? "#6dbb5c" : "#58ab52")),
  "trees-blossom": repeat(6, (i) => tree(30 + i * 118, 318 + (i % 2) * 8, 1.5 + (i % 3) * 0.15, i % 2 ? "#ffc4da" : "#ffb0cd")),
  "trees-autumn": repeat(6, (i) => tree(34 + i * 116, 318 + (i % 2) * 8, 1.5 + (i % 3) * 0.15, ["#e8663c", "#f2a13c", "#d94a3d"][i % 3] ?? "")),
  meadow: path("M0 314q170 -26 330 -8t310 -8v182H0z", "#8ed26f") + path("M0 400q220 -34 420 -6t220 -8v94H0z", "#7ac55f", 0.7) + grass("#4f9e44"),
  "meadow-night": path("M0 314q170 -26 330 -8t310 -8v182H0z", "#2f5b4f") + path("M0 400q220 -34 420 -6t220 -8v94H0z", "#284d47"),
  flowers: flowers(["#ff8fb1", "#fff", "#b48ce8"]),
  "fallen-leaves": ["#e8663c", "#f2b13c", "#c93f36"].map((color, n) => line(repeat(7, (i) => `M${((i * 3 + n) * 121 + 24) % 640} ${332 + (((i * 3 + n) * 67) % 140)}l6 ${i % 2 ? 2 : -2}`), color, 8, 0.9)).join(""),
  "ground-autumn": path("M0 314q170 -26 330 -8t310 -8v182H0z", "#d8b071") + path("M0 400q220 -34 420 -6t220 -8v94H0z", "#c99a58", 0.6),
  savannah: path("M0 300q170 -16 330 -6t310 -6v192H0z", "#edc978") + path("M0 390q220 -34 420 -6t220 -8v104H0z", "#dfb35e", 0.7) + grass("#b98a3c"),
  snowfield: path("M0 318q150 -40 320 -14t320 -22v198H0z", "#fbfdff") + path("M0 410q220 -44 420 -8t220 -16v94H0z", "#dceaf5", 0.8),
  "snow-slope": path("M0 190L640 372v108H0z", "#fbfdff") + path("M0 270Q260 330 640 440v40H0z", "#dceaf5", 0.8),
  paddies: rect(0, 300, 640, 180, "#8ccf6a") + repeat(5, (i) => rect(0, 312 + i * 22 + i * i * 3, 640, 7 + i * 2, "#6db552")),
  furrows: rect(0, 300, 640, 180, "#b98a5e") + furrows("#9c6f49"),
  yard: path("M0 310q170 -10 330 -4t310 -4v178H0z", "#e5c99a") + path("M0 400q220 -24 420 -6t220 -8v94H0z", "#d6b680", 0.7),
  path: path("M280 306h60q10 60 120 174H140q120 -90 140 -174z", "#ecd9b4"),
  rails: rect(0, 396, 640, 84, "#a99c8c") + path(repeat(17, (i) => `M${i * 40 - 8} 404h22v22h-22z`), "#7d5f48") + rect(0, 404, 640, 6, "#5f6672") + rect(0, 418, 640, 7, "#727a87"),
  viaduct: rect(0, 330, 640, 20, "#c3c9d3") + rect(0, 350, 640, 8, "#a4acb9") + repeat(5, (i) => path(`M${46 + i * 136} 356h36l-6 124h-24z`, "#b5bcc8")),
};
