/** A place on the map: both from 0 to 1, y upwards. */
export interface Place {
  x: number;
  y: number;
}

/** What of the map is seen: its middle, and how large. At zoom 0 the whole fits the frame; each further 1 doubles it. */
export interface View extends Place {
  zoom: number;
}

/** Where the map is drawn, in CSS pixels. */
export interface Frame {
  width: number;
  height: number;
}

/** A place in the frame, in CSS pixels from its left upper corner. */
export interface Spot {
  left: number;
  top: number;
}

export const WHOLE_MAP: View = { x: 0.5, y: 0.5, zoom: 0 };

/** Places are whole 65 535ths: further in, there is nothing more to tell apart. */
export const ZOOM_RANGE = [-0.5, 11] as const;

/** Room around the whole map, in pixels. */
const MARGIN = 24;

/** Pixels that the whole map takes at zoom 0. */
export const sideOf = ({ width, height }: Frame): number => Math.max(64, Math.min(width, height) - 2 * MARGIN);

/** Pixels that the whole map takes in a view. */
export const scaleOf = (view: View, frame: Frame): number => sideOf(frame) * 2 ** view.zoom;

export function toSpot(view: View, frame: Frame, { x, y }: Place): Spot {
  const scale = scaleOf(view, frame);
  return { left: frame.width / 2 + (x - view.x) * scale, top: frame.height / 2 - (y - view.y) * scale };
}

export function toPlace(view: View, frame: Frame, { left, top }: Spot): Place {
  const scale = scaleOf(view, frame);
  return { x: view.x + (left - frame.width / 2) / scale, y: view.y - (top - frame.height / 2) / scale };
}

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(high, value));

/** The nearest view that shows some of the map. */
export function clampView({ x, y, zoom }: View): View {
  return { x: between(0, x, 1), y: between(0, y, 1), zoom: between(ZOOM_RANGE[0], zoom, ZOOM_RANGE[1]) };
}

/** Moves what is seen by pixels: to the right and downwards. */
export function panView(view: View, frame: Frame, right: number, down: number): View {
  const scale = scaleOf(view, frame);
  return clampView({ ...view, x: view.x + right / scale, y: view.y - down / scale });
}

/** Larger or smaller around the middle. */
export const zoomView = (view: View, by: number): View => clampView({ ...view, zoom: view.zoom + by });

/** The zoom at which neighbours lie some sixty pixels apart. */
export const closeZoom = (count: number, frame: Frame): number => Math.max(1, Math.min(9, Math.log2((60 * Math.sqrt(count)) / sideOf(frame))));

/** The view in which some places fill most of the frame. @param closest its zoom at most, so that a single place is seen among its surroundings */
export function viewAround(places: readonly Place[], frame: Frame, closest: number): View {
  if (places.length === 0) return WHOLE_MAP;
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = Math.min((frame.width * 0.6) / Math.max(right - left, 1e-6), (frame.height * 0.6) / Math.max(high - low, 1e-6));
  return clampView({ x: (left + right) / 2, y: (low + high) / 2, zoom: Math.min(closest, Math.log2(room / sideOf(frame))) });
}
