import type { LayoutView } from "@/lib/features/caption-map/map-types";
import { BYTES_PER_POINT, COORDINATE_MAX } from "@/lib/features/caption-map/point-columns";
import type { Place } from "../_view/view";
import { PointIndex } from "./point-index";
import type { PointsMessage, PointsOrder } from "./points-messages";
import { CODE_OFFSETS, type Vertices } from "./vertices";

/** Marks in the browser's timeline: points were asked for, and stand on the page for the first time. */
export const [MAP_ASKED, MAP_SHOWN] = ["map-asked", "map-shown"] as const;

export interface PointListener {
  onPoints: (start: number, vertices: Vertices) => void;
  onIndex: () => void;
  onFailure: (message: string) => void;
}

/** The points of a layout in this tab, as they arrive: 8 bytes each, and as many again for finding them by their place. */
export class PointStore {
  readonly vertices: Vertices;
  /** Points that are here; the first of all. */
  loaded = 0;
  /** Null until all are here. */
  index: PointIndex | null = null;
  private readonly places: Uint16Array;
  private worker: Worker | null = null;

  constructor(readonly layout: Pick<LayoutView, "id" | "count" | "parts">) {
    this.vertices = new Uint8Array(BYTES_PER_POINT * layout.count);
    this.places = new Uint16Array(this.vertices.buffer);
  }

  /** @returns stops */
  load(listener: PointListener): () => void {
    const worker = new Worker(new URL("./points-worker.ts", import.meta.url), { type: "module" });
    this.worker = worker;
    worker.onmessage = ({ data }: MessageEvent<PointsMessage>) => this.take(data, listener);
    worker.onerror = ({ message }) => this.take({ kind: "failed", message }, listener);
    const { id, parts } = this.layout;
    const address = (part: number) => new URL(`/api/v1/map/layouts/${encodeURIComponent(id)}/points/${part}`, location.href).href;
    performance.mark(MAP_ASKED);
    worker.postMessage({ addresses: parts.map((_, part) => address(part)), counts: parts } satisfies PointsOrder);
    return () => this.stop();
  }

  readonly placeOf = (point: number): Place => ({ x: this.places[4 * point]! / COORDINATE_MAX, y: this.places[4 * point + 1]! / COORDINATE_MAX });

  codeOf(point: number, code: keyof typeof CODE_OFFSETS): number {
    return this.vertices[BYTES_PER_POINT * point + CODE_OFFSETS[code]]!;
  }

  private take(message: PointsMessage, listener: PointListener): void {
    switch (message.kind) {
      case "points":
        this.vertices.set(message.vertices, BYTES_PER_POINT * message.start);
        this.loaded = message.start + message.vertices.length / BYTES_PER_POINT;
        return listener.onPoints(message.start, message.vertices);
      case "index":
        this.index = new PointIndex(message.data, this.placeOf);
        this.stop();
        return listener.onIndex();
      case "failed":
        this.stop();
        return listener.onFailure(message.message);
    }
  }

  private stop(): void {
    this.worker?.terminate();
    this.worker = null;
  }
}
