import { select, type Selection } from "d3-selection";
import "d3-transition";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior, type ZoomTransform } from "d3-zoom";
import { clampView, sideOf, ZOOM_RANGE, type Frame, type View } from "./view";

const FLIGHT = 700;

interface Asked {
  onView: (view: View) => void;
  /** Whether a drag moves the map; the wheel and two fingers always do. */
  dragMoves: () => boolean;
}

export function toTransform(view: View, frame: Frame): ZoomTransform {
  const [k, side] = [2 ** view.zoom, sideOf(frame)];
  return zoomIdentity.translate(frame.width / 2 - k * view.x * side, frame.height / 2 - k * (1 - view.y) * side).scale(k);
}

export function toView({ k, x, y }: Pick<ZoomTransform, "k" | "x" | "y">, frame: Frame): View {
  const side = sideOf(frame);
  return { x: (frame.width / 2 - x) / (k * side), y: 1 - (frame.height / 2 - y) / (k * side), zoom: Math.log2(k) };
}

/** Moves the view by drag, wheel, fingers and double clicks on an element, and by `go`. */
export class ZoomControl {
  private frame: Frame;
  /** Where a flight under way leads. */
  private flight: View | null = null;
  private readonly behaviour: ZoomBehavior<HTMLElement, unknown>;
  private readonly selection: Selection<HTMLElement, unknown, null, undefined>;

  constructor(element: HTMLElement, frame: Frame, { onView, dragMoves }: Asked) {
    this.frame = frame;
    this.selection = select(element);
    this.behaviour = zoom<HTMLElement, unknown>()
      .scaleExtent([2 ** ZOOM_RANGE[0], 2 ** ZOOM_RANGE[1]])
      .constrain((transform) => toTransform(clampView(toView(transform, this.frame)), this.frame))
      .clickDistance(4)
      .filter((event: MouseEvent | TouchEvent | WheelEvent) => moves(event, dragMoves()))
      .on("zoom", ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => onView(clampView(toView(transform, this.frame))));
    this.selection.call(this.behaviour);
  }

  resize(frame: Frame, view: View): void {
    this.frame = frame;
    this.go(this.flight ?? view, this.flight !== null);
  }

  /** @param flies whether one sees the way there; where motion is not wanted, one is there at once */
  go(view: View, flies: boolean): void {
    const target = clampView(view);
    const transform = toTransform(target, this.frame);
    const still = !flies || matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (still) {
      this.flight = null;
      this.selection.interrupt().call((chosen) => this.behaviour.transform(chosen, transform));
      return;
    }
    this.flight = target;
    this.selection.transition().duration(FLIGHT).on("end interrupt", () => {
      if (this.flight === target) this.flight = null;
    }).call((chosen) => this.behaviour.transform(chosen, transform));
  }

  dispose(): void {
    this.selection.interrupt().on(".zoom", null);
  }
}

function moves(event: MouseEvent | TouchEvent | WheelEvent, dragMoves: boolean): boolean {
  if (event.type === "wheel") return true;
  if ("touches" in event) return dragMoves || event.touches.length > 1;
  return dragMoves && event.button === 0 && !event.shiftKey && !event.ctrlKey;
}
