import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** A small file kept inside what was made, that says from what it was made. */
export class Stamp {
  /** @param {string} file absolute */
  constructor(file) {
    this.file = file;
  }

  /** @param {string} value */
  async matches(value) {
    return (await readFile(this.file, "utf8").catch(() => "")).trim() === value;
  }

  /** @param {string} value */
  async write(value) {
    await mkdir(path.dirname(this.file), { recursive: true });
    await writeFile(this.file, `${value}\n`);
  }
}
