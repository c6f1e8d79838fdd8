import pLimit from "p-limit";
import { AppError } from "@/lib/core/errors";
import { processSingleton } from "@/lib/core/process-singleton";
import { readCaptions, readImages } from "@/lib/database/captions";
import { readEnv } from "@/lib/core/env";
import { pictureUrl } from "@/lib/features/search/describe-image";
import { type Serving, searchEngine } from "@/lib/features/serving/search-engine";
import { colourImages } from "../image-colours";
import { IMAGE_COLOURS, type SelectionLayout, type SelectionPoint } from "../map-types";
import { layOutVectors, planeOf } from "./lay-out-vectors";
import { selectCaptions } from "./select-captions";
import type { SelectionQuery } from "./selection-request";

/** Layouts computed at once: they share the server's thread with searches, and a class asks for many at one time. */
const AT_ONCE = 2;
/** Layouts kept for whoever asks for the same: a class opens one link. */
const KEPT = 32;

const limit = () => processSingleton("selection limit", () => pLimit(AT_ONCE));
const answers = () => processSingleton("selection answers", () => new Map<string, SelectionLayout>());

/**
 * Chosen captions, laid out on their own.
 * @throws AppError `not_found` naming what is not in the index; `invalid_parameter`; as searches do; the signal's reason
 */
export async function layOutSelection({ vectors, ...query }: SelectionQuery, signal: AbortSignal): Promise<SelectionLayout> {
  return searchEngine().use(async (serving) => {
    const key = JSON.stringify([serving.generation.manifest.id, query]);
    // Looked up again in its turn: while it waited, the same may have been computed for somebody else.
    const answer = find(key) ?? (await limit()(async () => find(key) ?? keep(key, await layOut(serving, query, signal))));
    return vectors ? answer : { ...answer, vectors: null };
  });
}

function find(key: string): SelectionLayout | undefined {
  const found = answers().get(key);
  return found && keep(key, found);
}

/** Those asked for last are kept. */
function keep(key: string, answer: SelectionLayout): SelectionLayout {
  const kept = answers();
  kept.delete(key);
  kept.set(key, answer);
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  return answer;
}

async function layOut(serving: Serving, query: Omit<SelectionQuery, "vectors">, signal: AbortSignal): Promise<SelectionLayout> {
  signal.throwIfAborted();
  const start = performance.now();
  const { generation } = serving;
  const { dimensions } = generation.manifest.model;
  const rows = await selectCaptions(serving, query);
  const images = Float64Array.from(rows, (row) => generation.labels.imageIds[row] as number);
  const vectors = new Float32Array(rows.length * dimensions);
  rows.forEach((row, i) => vectors.set(generation.vectors.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions));
  const laidOut = await layOutVectors(vectors, dimensions, images, query, { signal });
  return {
    generation: generation.manifest.id,
    method: query.method,
    parameters: laidOut.parameters,
    points: await describeRows(serving, rows),
    coordinates: [...laidOut.coordinates],
    components: laidOut.components,
    colours: coloursOf(images, planeOf(laidOut.coordinates, laidOut.components)),
    quality: laidOut.quality,
    explained: laidOut.explained,
    dimensions,
    vectors: Buffer.from(vectors.buffer).toString("base64"),
    milliseconds: Math.round(performance.now() - start),
  };
}

async function describeRows({ db, generation }: Serving, rows: readonly number[]): Promise<SelectionPoint[]> {
  const { captionIds, imageIds } = generation.labels;
  const captions = await readCaptions(db, rows.map((row) => captionIds[row] as number));
  const images = await readImages(db, [...new Set(rows.map((row) => imageIds[row] as number))]);
  const { remoteImages } = readEnv();
  return rows.map((row) => {
    const [caption, image] = [captions.get(captionIds[row] as number), images.get(imageIds[row] as number)];
    if (!caption || !image) throw new AppError("not_found", `The caption ${captionIds[row]} is in the index but no longer in the database. npm run check tells what is missing.`);
    return { caption: { id: String(caption.id), language: caption.language, text: caption.text }, image: { collection: image.collection, id: image.externalId, url: pictureUrl(image, remoteImages) } };
  });
}

/** One colour an image in turn while there are enough of them; then such that neighbours differ. */
function coloursOf(images: Float64Array, positions: Float64Array): number[] {
  const order = [...new Set(images)];
  if (order.length > IMAGE_COLOURS) return [...colourImages(positions, images)];
  return Array.from(images, (image) => order.indexOf(image));
}
