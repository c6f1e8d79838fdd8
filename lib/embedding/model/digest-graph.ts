import path from "node:path";
import { hashFile } from "@/lib/core/hash-file";
import { modelFault } from "./model-fault";
import { requireContent } from "./model-folder";

/** How a graph names a file of weights beside it: a protocol buffer entry with the key "location", whose value is the name. */
const entryStart = Buffer.from("\n\x08location\x12");
const MOST_NAME_BYTES = 127;
const MOST_ENTRY_BYTES = entryStart.length + 1 + MOST_NAME_BYTES;

function collectNames(bytes: Buffer, names: Set<string>): void {
  for (let at = bytes.indexOf(entryStart); at >= 0; at = bytes.indexOf(entryStart, at + 1)) {
    const start = at + entryStart.length + 1;
    const length = bytes[start - 1] ?? 0;
    if (length <= MOST_NAME_BYTES && start + length <= bytes.length) names.add(bytes.toString("utf8", start, start + length));
  }
}

async function digestWeights(graph: string, name: string): Promise<string> {
  const folder = path.dirname(graph);
  const file = path.resolve(/* turbopackIgnore: true */ folder, name);
  if (!file.startsWith(folder + path.sep)) throw modelFault(graph, `keeps its weights outside its folder (${name})`, { mend: "Export it again, into one folder" });
  try {
    await requireContent(file);
    return await hashFile(file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
    throw modelFault(file, `is missing: ${path.basename(graph)} keeps its weights there`, { mend: "Put it beside the graph, under this name", cause });
  }
}

/**
 * SHA-256 (hex) of the file, and of those of weights that it names, each read once (a gigabyte in a second or two).
 * @throws AppError `model_unavailable` where a file is missing, empty or a Git LFS pointer
 */
export async function digestGraph(graph: string): Promise<string[]> {
  const names = new Set<string>();
  let tail: Buffer = Buffer.alloc(0);
  await requireContent(graph);
  const seeBlock = (block: Buffer) => {
    const bytes = Buffer.concat([tail, block]);
    collectNames(bytes, names);
    tail = bytes.subarray(-MOST_ENTRY_BYTES);
  };
  const digest = await hashFile(graph, { seeBlock });
  const digests = [digest];
  for (const name of names) digests.push(await digestWeights(graph, name));
  return digests;
}
