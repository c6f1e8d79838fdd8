import { circle, ellipse, fade, line, path, rect, repeat } from "../shapes";

const ripples = (color: string, opacity: number) =>
  repeat(13, (i) => {
    const [x, y, w] = [(i * 173 + 40) % 640, 252 + i * 17, 16 + i * 1.6];
    return line(`M${x} ${y}q${w / 2} -5 ${w} 0t${w} 0`, color, 3, opacity);
  });

const bubbles = repeat(12, (i) => circle((i * 131 + 50) % 620, 60 + ((i * 83) % 300), 4 + (i % 3) * 3, "#fff", 0.28));

const weed = (x: number, height: number, color: string) => line(`M${x} 440q-18 -${height / 4} 0 -${height / 2}t0 -${height / 2}`, color, 11);

/** Seas, lakes, pools. The horizon of the sea is at 230. */
export const waterLayers = {
  "sea-day": fade("sea", 230, 250, "#5cc3f2", "#1fa3e6", "#0d86cf") + ripples("#fff", 0.45),
  "sea-dusk": fade("sea", 230, 250, "#ef9d78", "#a9668f", "#4f4a8f") + repeat(6, (i) => ellipse(320, 246 + i * 17, 58 - i * 6, 3.4, "#ffe3a0", 0.75)) + ripples("#ffd9b0", 0.3),
  "sea-night": fade("sea", 230, 250, "#2a3b80", "#1a2760", "#121a47") + ripples("#a9b9f0", 0.3),
  islands: path("M0 232q40 -38 90 -30q50 -22 96 12l34 18z", "#4f9c86") + path("M470 232q60 -30 104 -20q40 -8 66 8v12z", "#62ab93"),
  beach: path("M0 372q160 -34 330 -8t310 -12v128H0z", "#fff", 0.85) + path("M0 384q160 -34 330 -8t310 -12v116H0z", "#ffe3ab") + path("M0 428q200 -26 380 -4t260 -8v64H0z", "#fbd38c", 0.55),
  "beach-dusk": path("M0 372q160 -34 330 -8t310 -12v128H0z", "#ffd9b8", 0.6) + path("M0 384q160 -34 330 -8t310 -12v116H0z", "#c98f74") + path("M0 432q200 -26 380 -4t260 -8v60H0z", "#a87066", 0.5),
  lake: fade("lake", 270, 210, "#9fdcf0", "#56b6df", "#2f93c4") + ripples("#fff", 0.4),
  "lake-autumn": fade("lake", 270, 210, "#a6d3dd", "#5f9fb5", "#3d7d98") + ripples("#fff", 0.35),
  "river-night": fade("lake", 330, 150, "#33427f", "#1b2458") + repeat(9, (i) => rect(30 + i * 72, 340 + (i % 3) * 34, 36, 5, ["#ffcf5c", "#ff7fa5", "#7fe0ff"][i % 3] ?? "", 2.5)),
  quay: rect(0, 396, 640, 84, "#b8aa9a") + rect(0, 390, 640, 14, "#d6cabb") + repeat(5, (i) => rect(44 + i * 138, 372, 16, 22, "#6b6f7c", 5)),
  underwater: fade("deep", 0, 480, "#63d2f2", "#1d93d1", "#0d5a9c") + path("M120 0h80L120 400H0zM330 0h60l40 420H300zM520 0h50l70 260v130z", "#fff", 0.1) + bubbles + path("M0 424q150 -34 320 -6t320 -8v70H0z", "#f4d9a0"),
  seaweed: weed(60, 130, "#2f9e63") + weed(92, 90, "#3fb878") + weed(566, 150, "#2f9e63") + weed(598, 100, "#3fb878"),
  pool: rect(0, 170, 640, 310, "#3fc1ee") + rect(0, 150, 640, 26, "#eef2f4") + ripples("#fff", 0.4) + [262, 376].map((y) => repeat(16, (i) => rect(i * 42 - 12, y, 30, 12, i % 2 ? "#fff" : "#f2584f", 6))).join(""),
};
