import fs from "node:fs/promises";

/** Some rows of a vectors.f32 file, row-major, in the order of `rows`; what the file lacks stays 0. */
export async function readVectors(file: string, rows: readonly number[], dimensions: number): Promise<Float32Array> {
  const vectors = new Float32Array(rows.length * dimensions);
  const bytes = new Uint8Array(vectors.buffer);
  const handle = await fs.open(file, "r");
  try {
    for (const [i, row] of rows.entries()) await handle.read(bytes, i * dimensions * 4, dimensions * 4, row * dimensions * 4);
    return vectors;
  } finally {
    await handle.close();
  }
}
