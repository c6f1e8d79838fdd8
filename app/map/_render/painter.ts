import { BYTES_PER_POINT } from "@/lib/features/caption-map/point-columns";
import { MAP_SHOWN, type PointStore } from "../_points/point-store";
import { pickVertices, type Vertices } from "../_points/vertices";
import { sideOf, WHOLE_MAP, type Frame, type View } from "../_view/view";
import { drawOverlay, EMPTY_OVERLAY, type OverlayContent, type OverlaySetting } from "./draw-overlay";
import { FrameBudget } from "./frame-budget";
import { litSize, pointOpacity, pointSize } from "./point-look";
import { PointRenderer, type PointPass, type PointStyle } from "./point-renderer";

export interface Surfaces {
  points: HTMLCanvasElement;
  overlay: HTMLCanvasElement;
}

export type OverlayLook = Pick<OverlaySetting, "palette" | "locale" | "fontFamily">;

/** Milliseconds of rest after which the points left out while moving are added. */
const REST = 90;
/** Milliseconds that frames go on without anything to draw, so that the time between two is measured. */
const LINGER = 250;
/** Drawing more device pixels than these for each CSS pixel shows no more. */
const SHARPEST = 2;

/**
 * Draws a map when something has changed: while it moves as many points as the machine shows fluently, and the others at rest, a share a frame, over the
 * ones that are there.
 */
export class Painter {
  private renderer: PointRenderer;
  private readonly context: CanvasRenderingContext2D | null;
  private readonly budget = new FrameBudget();
  private view: View = WHOLE_MAP;
  private frame: Frame = { width: 1, height: 1 };
  private ratio = 1;
  private style: PointStyle | null = null;
  private look: OverlayLook | null = null;
  private overlay: OverlayContent = EMPTY_OVERLAY;
  private similarity: Uint8Array | null = null;
  private lit: ArrayLike<number> | null = null;
  private dimmed = 0;
  /** Points of this view that are on the canvas. */
  private drawn = 0;
  private shown = false;
  private stale = { points: true, overlay: true };
  private moved = -Infinity;
  private changed = 0;
  private last: number | null = null;
  private request = 0;

  /** @throws NoWebGl */
  constructor(private readonly surfaces: Surfaces, private readonly store: PointStore) {
    this.renderer = new PointRenderer(surfaces.points, store.layout.count);
    this.context = surfaces.overlay.getContext("2d");
    surfaces.points.addEventListener("webglcontextlost", this.lose);
    surfaces.points.addEventListener("webglcontextrestored", this.restore);
  }

  resize(frame: Frame, ratio: number): void {
    this.frame = frame;
    this.ratio = Math.min(SHARPEST, ratio);
    for (const canvas of [this.surfaces.points, this.surfaces.overlay]) {
      canvas.width = Math.round(frame.width * this.ratio);
      canvas.height = Math.round(frame.height * this.ratio);
    }
    this.change("points");
  }

  setView(view: View): void {
    this.view = view;
    this.moved = performance.now();
    this.change("points");
  }

  setStyle(style: PointStyle, look: OverlayLook): void {
    [this.style, this.look] = [style, look];
    this.renderer.setStyle(style);
    this.change("points");
  }

  setOverlay(overlay: OverlayContent): void {
    this.overlay = overlay;
    this.change("overlay");
  }

  /** @param similarity bytes by point */
  setSimilarity(similarity: Uint8Array): void {
    this.similarity = similarity;
    this.renderer.setSimilarity(similarity);
    this.lightOn(this.renderer);
    this.change("points");
  }

  /** Draws some points over the others, which step back by a share. */
  setLit(points: ArrayLike<number> | null, dimmed: number): void {
    [this.lit, this.dimmed] = [points, points ? dimmed : 0];
    this.lightOn(this.renderer);
    this.change("points");
  }

  get currentOverlay(): OverlayContent {
    return this.overlay;
  }

  /** All points of the view, drawn sharper than on the page. @throws NoWebGl */
  pointsPicture(ratio: number): HTMLCanvasElement {
    const { store, frame, view, style } = this;
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [frame.width * ratio, frame.height * ratio];
    const renderer = new PointRenderer(canvas, store.layout.count);
    renderer.upload(0, store.vertices.subarray(0, BYTES_PER_POINT * store.loaded));
    if (style) renderer.setStyle(style);
    if (this.similarity) renderer.setSimilarity(this.similarity);
    this.lightOn(renderer);
    const pass = passOf(view, frame, ratio, store.layout.count, this.dimmed);
    renderer.clear();
    renderer.draw(pass, 0, store.loaded);
    renderer.drawLit(this.litPass(pass, ratio));
    return canvas;
  }

  /** Adds points that have arrived. */
  upload(start: number, vertices: Vertices): void {
    this.renderer.upload(start, vertices);
    this.awake();
  }

  dispose(): void {
    cancelAnimationFrame(this.request);
    this.surfaces.points.removeEventListener("webglcontextlost", this.lose);
    this.surfaces.points.removeEventListener("webglcontextrestored", this.restore);
    this.renderer.dispose();
  }

  private lightOn(renderer: PointRenderer): void {
    const { lit, similarity, store } = this;
    const bytes = lit && similarity ? Uint8Array.from(lit, (point) => similarity[point] ?? 0) : null;
    renderer.light(lit && pickVertices(store.vertices, lit), bytes);
  }

  private change(what: "points" | "overlay"): void {
    this.stale[what] = true;
    // Labels and marks move with the points.
    this.stale.overlay = true;
    this.awake();
  }

  private awake(): void {
    this.changed = performance.now();
    if (this.request === 0) this.request = requestAnimationFrame(this.tick);
  }

  private readonly tick = (now: number): void => {
    const since = this.last === null ? null : now - this.last;
    if (since !== null && since < 1000) this.budget.observe(since, this.drawn);
    this.paint();
    const goesOn = this.drawn < this.store.loaded || performance.now() - this.changed < LINGER;
    this.last = goesOn ? now : null;
    this.request = goesOn ? requestAnimationFrame(this.tick) : 0;
  };

  private paint(): void {
    const { store, budget } = this;
    const share = budget.of(store.loaded);
    if (this.stale.points) {
      this.renderer.clear();
      this.drawPoints(0, share);
    } else if (this.drawn < store.loaded && performance.now() - this.moved > REST) {
      this.drawPoints(this.drawn, Math.min(store.loaded, this.drawn + share));
    }
    if (this.stale.overlay) this.paintOverlay();
    this.stale = { points: false, overlay: false };
  }

  private drawPoints(first: number, end: number): void {
    const pass = this.passOf();
    this.renderer.draw(pass, first, end);
    this.renderer.drawLit(this.litPass(pass, this.ratio));
    if (end > 0 && !this.shown) performance.mark(MAP_SHOWN);
    this.shown ||= end > 0;
    this.drawn = end;
  }

  private passOf(): PointPass {
    return passOf(this.view, this.frame, this.ratio, this.store.layout.count, this.dimmed);
  }

  private litPass(pass: PointPass, ratio: number): PointPass {
    return { ...pass, size: ratio * litSize(pass.size / ratio, this.lit?.length ?? 0), opacity: 1, dimmed: 0 };
  }

  private paintOverlay(): void {
    const { context, look, ratio, frame, view } = this;
    if (!context || !look) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, frame.width, frame.height);
    drawOverlay(context, this.overlay, { view, frame, ...look });
  }

  private readonly lose = (event: Event): void => {
    // Says that the page draws again once it may.
    event.preventDefault();
    cancelAnimationFrame(this.request);
    this.request = 0;
  };

  private readonly restore = (): void => {
    this.renderer = new PointRenderer(this.surfaces.points, this.store.layout.count);
    this.renderer.upload(0, this.store.vertices.subarray(0, BYTES_PER_POINT * this.store.loaded));
    if (this.style) this.renderer.setStyle(this.style);
    if (this.similarity) this.renderer.setSimilarity(this.similarity);
    this.lightOn(this.renderer);
    this.change("points");
  };
}

/** How points are drawn in a view. */
function passOf(view: View, frame: Frame, ratio: number, count: number, dimmed: number): PointPass {
  const scale = 2 * sideOf(frame) * 2 ** view.zoom;
  return {
    middle: view,
    scale: { x: scale / frame.width, y: scale / frame.height },
    size: pointSize(view, frame, count) * ratio,
    opacity: pointOpacity(view, frame, count) * (1 - dimmed / 2),
    dimmed,
  };
}
