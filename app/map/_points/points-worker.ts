import KDBush from "kdbush";
import { BYTES_PER_POINT } from "@/lib/features/caption-map/point-columns";
import type { PointsMessage, PointsOrder } from "./points-messages";
import { toVertices, type Vertices } from "./vertices";

/** Decodes and indexes points beside the page, which never waits: 1.2 million of them take a second. */
const page = self as unknown as { postMessage: (message: PointsMessage, transfer?: Transferable[]) => void; onmessage: ((event: MessageEvent<PointsOrder>) => void) | null };

page.onmessage = ({ data }) => {
  load(data).catch((error: unknown) => page.postMessage({ kind: "failed", message: error instanceof Error ? error.message : String(error) }));
};

async function load({ addresses, counts }: PointsOrder): Promise<void> {
  const index = new KDBush(counts.reduce((sum, count) => sum + count, 0), 64, Uint16Array);
  let [start, next] = [0, fetchPart(addresses[0])];
  for (let part = 0; part < addresses.length; part++) {
    // The following part is on its way while this one is decoded.
    const [now, after] = [next, fetchPart(addresses[part + 1])];
    next = after;
    const vertices = toVertices(await now);
    const count = vertices.length / BYTES_PER_POINT;
    if (count !== counts[part]) throw new Error(`Part ${part} has ${count} points, not ${counts[part]}.`);
    addPlaces(index, vertices);
    page.postMessage({ kind: "points", start, vertices }, [vertices.buffer]);
    start += count;
  }
  index.finish();
  page.postMessage({ kind: "index", data: index.data }, [index.data as ArrayBuffer]);
}

/** Parts are gzip files. */
async function fetchPart(address: string | undefined): Promise<Uint8Array> {
  if (address === undefined) return new Uint8Array(0);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  const unpacked = response.body?.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

function addPlaces(index: KDBush, vertices: Vertices): void {
  const places = new Uint16Array(vertices.buffer);
  for (let at = 0; at < places.length; at += 4) index.add(places[at]!, places[at + 1]!);
}
