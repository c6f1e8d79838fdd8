import type { BadRecord, CaptionFileChunk, CaptionRecord, ImageRecord } from "../caption-file";

const CHUNK_SIZE = 1000;

/** Gathers records into chunks of at most 1 000. */
export class ChunkCollector {
  private current: CaptionFileChunk = { images: [], captions: [], bad: [] };
  private size = 0;
  private full: CaptionFileChunk[] = [];

  image(image: ImageRecord): void {
    this.current.images.push(image);
    this.grow();
  }

  caption(caption: CaptionRecord | BadRecord): void {
    if ("reason" in caption) this.current.bad.push(caption);
    else this.current.captions.push(caption);
    this.grow();
  }

  /** The chunks that are full. */
  takeFull(): CaptionFileChunk[] {
    const full = this.full;
    this.full = [];
    return full;
  }

  /** Everything gathered and not yet taken. */
  takeAll(): CaptionFileChunk[] {
    if (this.size > 0) this.finishCurrent();
    return this.takeFull();
  }

  private grow(): void {
    this.size += 1;
    if (this.size === CHUNK_SIZE) this.finishCurrent();
  }

  private finishCurrent(): void {
    this.full.push(this.current);
    this.current = { images: [], captions: [], bad: [] };
    this.size = 0;
  }
}
