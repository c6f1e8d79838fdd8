import { circle, ellipse, line, path, rect, repeat } from "../shapes";
import { scaled, type Prop } from "./prop";

const window = (glass: string) => scaled(() => rect(-50, -92, 100, 92, "#fff", 4) + glass + rect(-2, -86, 4, 80, "#fff") + rect(-44, -48, 88, 4, "#fff") + rect(-56, -4, 112, 8, "#d8c3a0", 3));

const glass = (color: string) => rect(-44, -86, 88, 80, color);

/** Things of the house. */
export const furniture = {
  sofa: scaled((color) => rect(-50, -42, 100, 36, color, 9) + path("M-38 -22h76v16h-76z", "#fff", 0.22) + rect(-38, -18, 76, 14, color, 4) + rect(-50, -26, 15, 24, color, 6) + rect(35, -26, 15, 24, color, 6) + line("M0 -17v11M-36 -24h72", "#0003", 1) + rect(-42, -3, 6, 4, "#6b4a35") + rect(36, -3, 6, 4, "#6b4a35")),
  rug: scaled((color) => ellipse(0, -9, 50, 9, color) + ellipse(0, -9, 42, 6.8, "#fff", 0.35) + ellipse(0, -9, 34, 5, color)),
  table: scaled((color) => rect(-44, -38, 6, 38, "#0003") + rect(38, -38, 6, 38, "#0003") + rect(-44, -38, 6, 38, color) + rect(38, -38, 6, 38, color) + rect(-50, -44, 100, 9, color, 3) + rect(-50, -44, 100, 3, "#fff5", 1.5)),
  desk: scaled((color) => rect(-48, -34, 96, 34, color, 2) + rect(-50, -38, 100, 7, color, 2) + rect(-50, -38, 100, 2.4, "#fff6", 1) + path("M-40 -26h34v20h-34zM6 -26h34v20h-34z", "#0000001f")),
  kotatsu: scaled((color) => path("M-36 -26h72l14 26q-50 6 -100 0z", color) + repeat(5, (i) => path(`M${-28 + i * 14} -26h4l${(i - 2) * 5 + 2} 28h-6z`, "#fff", 0.25)) + rect(-42, -30, 84, 6, "#a5743f", 3) + rect(-42, -30, 84, 2, "#c79660", 1)),
  plate: scaled((color) => ellipse(0, -8, 50, 15, "#0002") + ellipse(0, -11, 50, 15, color) + ellipse(0, -11, 38, 10.5, "#0000000f")),
  board: scaled((color) => path("M-44 -22h88l6 22q-50 4 -100 0z", color) + path("M-44 -22h88l1 4h-90z", "#fff", 0.3)),
  shelf: scaled(
    (color) =>
      rect(-50, -124, 100, 124, color, 3) +
      repeat(3, (row) => rect(-45, -118 + row * 40, 90, 34, "#0003") + repeat(9, (i) => rect(-43 + i * 9.6, -112 + row * 40 + ((i * 5 + row) % 4) * 2.5, 8, 28 - ((i * 5 + row) % 4) * 2.5, ["#e2574c", "#f2b04a", "#4a9bd1", "#6bb36b", "#8f73b8", "#f4ead6"][(i * 2 + row) % 6] ?? "", 1))),
  ),
  lamp: scaled((color) => rect(-2, -120, 4, 118, "#7b6a58") + ellipse(0, -2, 22, 4, "#7b6a58") + path("M-22 -100l10 -40h24l10 40z", color) + ellipse(0, -100, 22, 3, "#fff6d0")),
  "ceiling-lamp": scaled((color) => rect(-1.5, -150, 3, 116, "#6b6f7c") + path("M-40 -14q4 -26 40 -26t40 26z", color) + ellipse(0, -14, 40, 5, "#fff3b8")),
  "window-day": window(glass("#bfe6ff") + circle(-20, -62, 9, "#fff") + ellipse(-12, -58, 18, 7, "#fff") + path("M-44 -26q30 -18 52 -6t36 -4v30h-88z", "#8ed26f")),
  "window-night": window(glass("#25306b") + circle(22, -66, 9, "#fdf0bd") + [-30, -12, 4, 32].map((x, i) => circle(x, -74 + i * 9, 1.4, "#fff")).join("")),
  "window-rain": window(glass("#93a8bb") + line("M-34 -78l-3 12M-18 -66l-3 12M-30 -40l-3 12M12 -76l-3 12M30 -62l-3 12M18 -38l-3 12M36 -34l-3 12M-14 -30l-3 12", "#eaf4ff", 2.2)),
  "window-snow": window(glass("#9fbad6") + path("M-44 -20q40 -10 88 -2v16h-88z", "#fff") + [-34, -22, -10, 12, 24, 36].map((x, i) => circle(x, -78 + ((i * 23) % 50), 2.6, "#fff")).join("")),
  "window-town": window(glass("#bfe0f5") + [-40, -22, 6, 26].map((x, i) => rect(x, -34 - i * 9, 16, 30 + i * 9, i % 2 ? "#8fa9c9" : "#a9bfd9")).join("")),
  curtains: scaled((color) => path("M-66 -104h40q-6 60 -30 104h-10zM66 -104h-40q6 60 30 104h10z", color) + rect(-72, -108, 144, 5, "#a5743f", 2.5)),
  "wall-clock": scaled((color) => circle(0, -50, 50, color) + circle(0, -50, 40, "#fff") + line("M0 -50v-26M0 -50l18 10", "#3d4152", 5) + circle(0, -50, 4, "#3d4152")),
  blanket: scaled((color) => path("M-38 -26h76l12 26h-100z", color) + path("M-30 -26h16l-4 26h-18zM2 -26h16l6 26H4zM-42 -16h84l3 7h-90z", "#fff", 0.35)),
  piano: scaled((color) => path("M-50 -46h58q30 0 42 -26v30q0 6 -6 6h-94z", color) + path("M-34 -48L34 -104l16 34q-14 22 -42 22z", color) + path("M-26 -50L32 -96l10 24q-12 20 -34 22z", "#fff", 0.14) + rect(-56, -44, 30, 5, "#fff") + rect(-58, -39, 34, 5, color) + rect(-44, -36, 5, 36, color) + rect(36, -36, 5, 36, color)),
} satisfies Record<string, Prop>;
