import { handOver } from "@/app/_browser/hand-over";
import type { LayoutView } from "@/lib/features/caption-map/map-types";
import { codeColours, languageShape, type MapColour, type MapPalette } from "@/lib/features/caption-map/palette";
import type { Frame } from "../_view/view";
import { drawOverlay, traceShape } from "./draw-overlay";
import type { Scene } from "./open-scene";

interface Shown {
  layout: LayoutView;
  palette: MapPalette;
  colour: MapColour;
  locale: string;
  scene: Scene | null;
}

interface Words {
  title: string;
  name: string;
  /** What the colours mean. */
  note: string;
}

/** Pixels for each CSS pixel, enough for print. */
const SHARPNESS = 2;
const [HEAD, FOOT, MARGIN] = [72, 48, 24];

/**
 * Draws what the map shows now, with title, legend and labels, and hands it over as a PNG.
 * @throws where the browser cannot draw it
 */
export async function savePicture(shown: Shown, words: Words): Promise<void> {
  const { scene, layout } = shown;
  if (!scene) throw new Error("There is no map on this page.");
  // Letters that are not loaded yet would come out in another font.
  await document.fonts.ready;
  const frame = scene.frame();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [frame.width * SHARPNESS, (frame.height + HEAD + FOOT) * SHARPNESS];
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser draws no pictures.");
  context.scale(SHARPNESS, SHARPNESS);
  const fontFamily = getComputedStyle(document.body).fontFamily;
  drawPaper(context, frame, shown, words, fontFamily);
  context.save();
  context.translate(0, HEAD);
  context.beginPath();
  context.rect(0, 0, frame.width, frame.height);
  context.clip();
  const points = scene.painter.pointsPicture(SHARPNESS);
  context.drawImage(points, 0, 0, frame.width, frame.height);
  drawOverlay(context, scene.painter.currentOverlay, { view: scene.view(), frame, palette: shown.palette, locale: shown.locale, fontFamily });
  context.restore();
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!picture) throw new Error("The picture is too large for this browser.");
  handOver(picture, `kotomap-${layout.id}.png`);
}

function drawPaper(context: CanvasRenderingContext2D, { width, height }: Frame, { palette, layout, locale, colour }: Shown, { title, name, note }: Words, fontFamily: string): void {
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, width, height + HEAD + FOOT);
  context.textBaseline = "middle";
  context.textAlign = "left";
  const write = (text: string, left: number, top: number, size: number, weight: number, ink: string) => {
    context.font = `${weight} ${size}px ${fontFamily}`;
    context.fillStyle = ink;
    context.fillText(text, left, top);
    return left + context.measureText(text).width;
  };
  write(title, MARGIN, 26, 20, 600, palette.ink);
  write(name, MARGIN, 52, 13, 400, palette.muted);
  const line = height + HEAD + FOOT / 2;
  let left = write(note, MARGIN, line, 12, 400, palette.muted) + 24;
  const colours = codeColours(colour, layout, palette);
  const names = new Intl.DisplayNames(locale, { type: "language" });
  layout.languages.forEach((language, code) => {
    traceShape(context, languageShape(language), { left: left + 5, top: line }, 5);
    context.fillStyle = colour === "language" ? (colours[code] ?? palette.ink) : palette.muted;
    context.fill();
    left = write(names.of(language) ?? language, left + 16, line, 12, 400, palette.muted) + 20;
  });
  context.textAlign = "right";
  write(`Kotomap, ${layout.id}, ${layout.generation}`, width - MARGIN, 52, 11, 400, palette.muted);
}
