import type { LoadedLayout } from "@/lib/features/layouts/load-layout";
import type { LayoutManifest } from "@/lib/features/layouts/layout-manifest";
import { ImageRows } from "@/lib/vector-index/image-rows";
import { PotentialField } from "@/lib/projection/transform/potential-field";
import { type Area, isInside } from "./area";
import { fromWire } from "./frame";
import type { PointColumns } from "./point-columns";
import type { CaptionWords } from "./words/caption-words";

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

  isInside(area: Area, point: number): boolean {
    return isInside(area, fromWire(this.columns.x[point] as number), fromWire(this.columns.y[point] as number));
  }

  /** Points of an area, ascending. */
  pointsIn(area: Area): Uint32Array {
    const points = new Uint32Array(this.manifest.count);
    let found = 0;
    for (let point = 0; point < points.length; point++) if (this.isInside(area, point)) points[found++] = point;
    return points.slice(0, found);
  }

  /** Of all points; made when it is first asked for, which takes about a second for a million. */
  get field(): PotentialField {
    return (this.madeField ??= new PotentialField(this.positions));
  }

  /** Of the captions of all points. @throws AppError `layout_damaged` */
  words(): Promise<CaptionWords> {
    return (this.readWords ??= this.extras.readWords().catch((error: unknown) => {
      this.readWords = undefined;
      throw error;
    }));
  }
}
