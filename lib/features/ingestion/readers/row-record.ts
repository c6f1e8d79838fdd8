import type { ReadLimits } from "../caption-file";
import { readCaption, type RawCaption } from "./caption-record";
import type { ChunkCollector } from "./chunk-collector";
import { readImageUrl } from "./image-url";

/** Adds the records of one row: its caption and, where it names a picture not named by the row before, the image. */
export class RowRecords {
  private lastImage = "";

  constructor(
    private readonly collector: ChunkCollector,
    private readonly limits: ReadLimits,
  ) {}

  add(row: RawCaption & { url: unknown }, record: number): void {
    const caption = readCaption(row, record, this.limits);
    const url = readImageUrl(row.url);
    if (url !== null && "imageExternalId" in caption) this.addImage(caption.imageExternalId, url);
    this.collector.caption(caption);
  }

  private addImage(externalId: string, url: string): void {
    const image = `${externalId}\0${url}`;
    if (image === this.lastImage) return;
    this.lastImage = image;
    this.collector.image({ externalId, url, originalUrl: null, fileName: null, width: null, height: null, licence: null });
  }
}
