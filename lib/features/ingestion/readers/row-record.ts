import type { ReadLimits } from "../caption-file";
import { readCaption, type RawCaption } from "./caption-record";
import type { ChunkCollector } from "./chunk-collector";
import { readFileName } from "./file-name";
import { readImageUrl } from "./image-url";

/** Adds the records of one row: its caption and, where it says where its picture is and the row before did not, the image. */
export class RowRecords {
  private lastImage = "";

  constructor(
    private readonly collector: ChunkCollector,
    private readonly limits: ReadLimits,
  ) {}

  add(row: RawCaption & { url: unknown; fileName: unknown }, record: number): void {
    const caption = readCaption(row, record, this.limits);
    if ("imageExternalId" in caption) this.addImage(caption.imageExternalId, readImageUrl(row.url), readFileName(row.fileName));
    this.collector.caption(caption);
  }

  private addImage(externalId: string, url: string | null, fileName: string | null): void {
    if (url === null && fileName === null) return;
    const image = [externalId, url, fileName].join("\0");
    if (image === this.lastImage) return;
    this.lastImage = image;
    this.collector.image({ externalId, url, originalUrl: null, fileName, width: null, height: null, licence: null });
  }
}
