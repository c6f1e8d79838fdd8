import { AppError } from "@/lib/core/errors";
import { connect } from "@/lib/database/client";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { seededNormal } from "@/lib/core/random";
import { openCaptionFiles } from "../../ingestion/readers/open-caption-files";
import { loadCaptionVectors } from "../caption-vectors";
import { findActiveId } from "../find-active-id";

/** Points to lay out, each with the image it belongs to; those of one image stand together. */
export interface LayoutPoints {
  /** n × dimensions, rows of length 1. */
  vectors: Float32Array;
  dimensions: number;
  images: Int32Array;
}

const SYNTHETIC_DIMENSIONS = 32;
const CAPTIONS_AN_IMAGE = 5;
const IMAGES_A_SCENE = 40;

/** The captions of some files, image after image. A file's images are its own: ids of different collections are not compared. */
export async function readCaptionPoints(files: readonly string[], options: Parameters<typeof loadCaptionVectors>[1]): Promise<LayoutPoints> {
  const parts: { vectors: Float32Array; images: string[] }[] = [];
  let dimensions = 0;
  for (const file of files) {
    const loaded = await loadCaptionVectors(file, options);
    const images = await readImages(file);
    if (images.length * loaded.dimensions !== loaded.vectors.length) throw new AppError("bad_input", `${file} has changed since its captions were embedded. Remove ${options.cacheDir} and try again.`);
    dimensions = loaded.dimensions;
    parts.push({ vectors: loaded.vectors, images: images.map((image) => `${file}\n${image}`) });
  }
  return sortByImage(parts.flatMap(({ images }) => images), joinVectors(parts.map(({ vectors }) => vectors)), dimensions);
}

/**
 * The captions of a data folder's active generation, image after image; the folder is only read.
 * @throws AppError `not_found` without an index, `index_damaged`
 */
export async function readIndexPoints(dataDir: string): Promise<LayoutPoints> {
  const db = connect(dataDir);
  const id = await findActiveId(db, dataDir).finally(() => db.$disconnect());
  const { vectors, labels, manifest, release } = await new GenerationStore(dataDir).load(id);
  const points = sortByImage(labels.imageIds, vectors, manifest.model.dimensions);
  await release();
  return points;
}

async function readImages(file: string): Promise<string[]> {
  const images: string[] = [];
  for await (const { chunks } of openCaptionFiles(file)) {
    for await (const { captions } of chunks) for (const { imageExternalId } of captions) images.push(imageExternalId);
  }
  return images;
}

function joinVectors(parts: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function sortByImage(names: ArrayLike<string | number>, unsorted: Float32Array, dimensions: number): LayoutPoints {
  const numbers = new Map<string | number, number>();
  const image = Array.from(names, (name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  const order = image.map((_, i) => i).sort((a, b) => (image[a] as number) - (image[b] as number) || a - b);
  const vectors = new Float32Array(unsorted.length);
  order.forEach((row, place) => vectors.set(unsorted.subarray(row * dimensions, (row + 1) * dimensions), place * dimensions));
  return { vectors, dimensions, images: Int32Array.from(order, (row) => image[row] as number) };
}

/** The first `count` points. */
export function firstPoints({ vectors, dimensions, images }: LayoutPoints, count: number): LayoutPoints {
  return { vectors: vectors.subarray(0, count * dimensions), dimensions, images: images.subarray(0, count) };
}

/** Reproducible points gathered around images, and images around scenes, about as hard to tell apart as those of real captions. */
export function makeSyntheticPoints(count: number): LayoutPoints {
  const dimensions = SYNTHETIC_DIMENSIONS;
  const spread = seededNormal(1);
  const imagesAll = Math.ceil(count / CAPTIONS_AN_IMAGE);
  const scenes = Float32Array.from({ length: Math.ceil(imagesAll / IMAGES_A_SCENE) * dimensions }, spread);
  const centre = new Float32Array(dimensions);
  const vectors = new Float32Array(count * dimensions);
  for (let i = 0; i < count; i++) {
    const image = Math.floor(i / CAPTIONS_AN_IMAGE);
    const scene = Math.floor(image / IMAGES_A_SCENE) * dimensions;
    if (i % CAPTIONS_AN_IMAGE === 0) for (let d = 0; d < dimensions; d++) centre[d] = (scenes[scene + d] as number) + 0.7 * spread();
    let squared = 0;
    for (let d = 0, at = i * dimensions; d < dimensions; d++, at++) {
      const value = (centre[d] as number) + 0.45 * spread();
      vectors[at] = value;
      squared += value * value;
    }
    const length = Math.sqrt(squared);
    for (let at = i * dimensions; at < (i + 1) * dimensions; at++) vectors[at] = (vectors[at] as number) / length;
  }
  return { vectors, dimensions, images: Int32Array.from({ length: count }, (_, i) => Math.floor(i / CAPTIONS_AN_IMAGE)) };
}
