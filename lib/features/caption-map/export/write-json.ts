import { Readable } from "node:stream";
import type { ExportSource } from "./export-source";

/** { layout: {…}, captions: [{…}, …] }, a caption a line. */
export function writeJson(source: ExportSource): Readable {
  const text = async function* () {
    yield `{"layout": ${JSON.stringify(source.about)},\n"captions": [`;
    let separator = "\n";
    for await (const rows of source.chunks()) {
      yield separator + rows.map(({ z, ...row }) => JSON.stringify(z === null ? row : { ...row, z })).join(",\n");
      separator = ",\n";
    }
    yield "\n]}\n";
  };
  return Readable.from(text());
}
