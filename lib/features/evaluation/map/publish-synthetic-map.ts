import { colourImages } from "@/lib/features/caption-map/image-colours";
import { measureDensity } from "@/lib/features/caption-map/density";
import { frameOf, toMap, toWire } from "@/lib/features/caption-map/frame";
import type { LayoutView } from "@/lib/features/caption-map/map-types";
import { createPointColumns } from "@/lib/features/caption-map/point-columns";
import { orderPoints } from "@/lib/features/caption-map/point-order";
import { clusteredPoints } from "@/lib/features/caption-map/testing/clustered-points";
import { newLayoutId } from "@/lib/features/layouts/layout-id";
import { viewLayout } from "@/lib/features/layouts/layout-manifest";
import { LayoutStore } from "@/lib/features/layouts/layout-store";
import { connect } from "@/lib/database/client";
import { listLayouts } from "@/lib/database/layouts";
import { findActiveId } from "../find-active-id";

/** Points where a t-SNE would put those of a large corpus, encoded, ordered and compressed as a real layout's. */
function drawPoints(count: number) {
  const { positions, images } = clusteredPoints(count);
  const frame = frameOf(positions);
  const { density, densest } = measureDensity(positions);
  const colours = colourImages(positions, images);
  const { order, parts } = orderPoints(positions);
  const columns = createPointColumns(count);
  order.forEach((point, i) => {
    const { x, y } = toMap(frame, positions[2 * point]!, positions[2 * point + 1]!);
    [columns.x[i], columns.y[i], columns.colour[i], columns.language[i], columns.density[i]] = [toWire(x), toWire(y), colours[point]!, point % 2, density[point]!];
  });
  return { positions, images: Uint32Array.from(order, (point) => images[point]!), frame, densest, parts, columns };
}

/**
 * Adds a layout of as many points as asked to a data folder with an index, as the newest: for measuring how it is sent and drawn. Its points are no captions of the index.
 * @throws AppError `not_found` where there is no index
 */
export async function publishSyntheticMap(dataDir: string, count: number): Promise<LayoutView> {
  const db = connect(dataDir);
  try {
    const generation = await findActiveId(db, dataDir);
    const { columns, images, positions, frame, densest, parts } = drawPoints(count);
    const createdAt = new Date();
    const kind = { method: "tsne", unit: "captions", language: null, distance: "euclidean" } as const;
    const about = {
      id: newLayoutId(createdAt, (await listLayouts(db))[0]?.id ?? null), generation, createdAt: createdAt.toISOString(), ...kind, parameters: {}, count, captions: count, images: Math.ceil(count / 5), placed: 0, frame, parts,
      languages: ["ja", "en"], collections: ["synthetic"], densest, quality: { neighboursKept: 0, neighboursFound: 0, neighboursTrue: 0, trustworthiness: null, sameGroup: null, divergence: null }, seconds: 0,
      model: { sha256: "0".repeat(64), dimensions: 1 }, given: {}, extends: null, colours: 16 as const,
    };
    const words = { words: [], captions: {}, starts: new Uint32Array(count + 1), ids: new Uint16Array(0) };
    const manifest = await new LayoutStore(dataDir).write({ about, positions, captions: Uint32Array.from(images, (_, i) => i + 1), images, columns, labels: { levels: [] }, words, axes: null });
    await db.layout.create({ data: { id: manifest.id, generationId: generation, ...kind, count, createdAt, manifest: JSON.stringify(manifest) } });
    return viewLayout(manifest);
  } finally {
    await db.$disconnect();
  }
}
