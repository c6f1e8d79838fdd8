import { AppError } from "@/lib/core/errors";
import { fileStamp } from "@/lib/vector-index/file-stamp";

/** Generations found damaged: their hundreds of megabytes are read again only when a file of theirs has changed. */
export class KnownDamage {
  private readonly found = new Map<string, { stamp: string; error: unknown }>();

  /**
   * @param always remembers other failures as well
   * @throws what `load` threw the last time, where that is remembered and the files are as they were
   */
  async avoid<T>(id: string, folder: string, always: boolean, load: () => Promise<T>): Promise<T> {
    const stamp = await fileStamp(folder);
    const known = this.found.get(id);
    if (known?.stamp === stamp) throw known.error;
    try {
      return await load();
    } catch (error) {
      if (always || (error instanceof AppError && error.code === "index_damaged")) this.found.set(id, { stamp, error });
      throw error;
    }
  }
}
