import type { LoadedLayout } from "@/lib/features/layouts/load-layout";
import type { LayoutManifest } from "@/lib/features/layouts/layout-manifest";
import { ImageRows } from "@/lib/vector-index/image-rows";
import { PotentialField } from "@/lib/projection/transform/potential-field";
import type { Steps } from "@/lib/projection/turns";
import { type Area, boxAround, isInside } from "./area";
import { fromWire } from "./frame";
import { passOver } from "./passes";
import type { PointColumns } from "./point-columns";
import type { CaptionWords } from "./words/caption-words";

/** Points looked at in one step: a millisecond or two where an area has many corners. */
const STEP = 2048;

/** Moves a query's place by some ten-thousandths of the map against the grid that layouts are computed on, which takes four times as long. */
const FIELD_SPACING = 1;

export interface LayoutExtras {
  /** Mean and axes of principal components, see LayoutStore.readAxes. */
  axes: Float64Array | null;
  readWords: () => Promise<CaptionWords>;
}

/** A layout in the server's memory: 50 bytes a point, and what was asked for once: the field of its points, the words of its captions. */
export class ShownLayout {
  readonly manifest: LayoutManifest;
  /** Null where points are images. */
  readonly captions: Uint32Array | null;
  readonly images: Uint32Array;
  readonly columns: PointColumns;
  /** count × 2, the layout's own coordinates. */
  readonly positions: Float64Array;
  private madeField: PotentialField | undefined;
  private readWords: Promise<CaptionWords> | undefined;

  private constructor(layout: LoadedLayout, private readonly byImage: ImageRows, private readonly byCaption: ImageRows | null, private readonly extras: LayoutExtras) {
    this.manifest = layout.manifest;
    this.captions = layout.captions;
    this.images = layout.images;
    this.columns = layout.columns;
    this.positions = Float64Array.from(layout.positions);
  }

  static async of(layout: LoadedLayout, extras: LayoutExtras): Promise<ShownLayout> {
    return new ShownLayout(layout, await ImageRows.of(layout.images), layout.captions && (await ImageRows.of(layout.captions)), extras);
  }

  get axes(): Float64Array | null {
    return this.extras.axes;
  }

  /** The point that shows a caption, or its image; undefined where the layout has neither. */
  pointOf(captionId: number, imageId: number): number | undefined {
    return (this.byCaption ? this.byCaption.rowsOf(captionId) : this.byImage.rowsOf(imageId))[0];
  }

  pointsOfImage(imageId: number): Uint32Array {
    return this.byImage.rowsOf(imageId);
  }

  /** Map coordinates of a point. */
  placeOf(point: number): { x: number; y: number } {
    return { x: fromWire(this.columns.x[point] as number), y: fromWire(this.columns.y[point] as number) };
  }

  /** Points of an area, ascending. A million points and 256 corners take a second, of which others of the thread get their turns. */
  pointsIn(area: Area, signal?: AbortSignal): Promise<Uint32Array> {
    return passOver(this.findPointsIn(area), signal);
  }

  private *findPointsIn(area: Area): Steps<Uint32Array> {
    const { x, y } = this.columns;
    const { left, right, low, high } = boxAround(area);
    const points = new Uint32Array(this.manifest.count);
    let found = 0;
    for (let point = 0; point < points.length; point++) {
      if (point % STEP === STEP - 1) yield;
      const [across, up] = [fromWire(x[point] as number), fromWire(y[point] as number)];
      if (across >= left && across <= right && up >= low && up <= high && isInside(area, across, up)) points[found++] = point;
    }
    return points.slice(0, found);
  }

  /** Of all points; made when it is first asked for, which takes a quarter of a second for a million. */
  get field(): PotentialField {
    return (this.madeField ??= new PotentialField(this.positions, FIELD_SPACING));
  }

  /** Of the captions of all points. @throws AppError `layout_damaged` */
  words(): Promise<CaptionWords> {
    return (this.readWords ??= this.extras.readWords().catch((error: unknown) => {
      this.readWords = undefined;
      throw error;
    }));
  }
}
