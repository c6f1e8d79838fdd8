import type { RegionLabel } from "../map-types";

/** Pixels a side of a map seen whole. */
const MAP = 900;
/** Pixels from a label to the next one: three words, two lines. */
const WIDTH = 120;
const HEIGHT = 32;
/** Labels within so many pixels are seen together, and have different words. */
const NEIGHBOURHOOD = 240;

/** The labels of one zoom level, sorted into cells for finding those about a place. */
export class LabelBoard {
  readonly labels: RegionLabel[] = [];
  private readonly cells = new Map<number, RegionLabel[]>();
  /** Pixels of the level that the map is drawn with. */
  private readonly extent: number;
  private readonly columns: number;

  constructor(zoom: number) {
    this.extent = MAP * 2 ** zoom;
    this.columns = Math.ceil(this.extent / NEIGHBOURHOOD) + 1;
  }

  private cellOf(coordinate: number): number {
    return Math.min(this.columns - 1, Math.max(0, Math.floor((coordinate * this.extent) / NEIGHBOURHOOD)));
  }

  /** Labels of the nine cells about a place. */
  private near({ x, y }: { x: number; y: number }): RegionLabel[] {
    const [column, row] = [this.cellOf(x), this.cellOf(y)];
    return [-1, 0, 1].flatMap((up) => [-1, 0, 1].flatMap((right) => this.cells.get((row + up) * this.columns + column + right) ?? []));
  }

  hasRoom({ x, y }: { x: number; y: number }): boolean {
    return this.near({ x, y }).every((label) => Math.abs(label.x - x) * this.extent >= WIDTH || Math.abs(label.y - y) * this.extent >= HEIGHT);
  }

  wordsAround({ x, y }: { x: number; y: number }): Set<string> {
    const around = this.near({ x, y }).filter((label) => Math.hypot(label.x - x, label.y - y) * this.extent < NEIGHBOURHOOD);
    return new Set(around.flatMap((label) => Object.values(label.words).flat()));
  }

  add(label: RegionLabel): void {
    this.labels.push(label);
    const cell = this.cellOf(label.y) * this.columns + this.cellOf(label.x);
    this.cells.set(cell, [...(this.cells.get(cell) ?? []), label]);
  }
}
