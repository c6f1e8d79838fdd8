import { seededNormal, seededRandom } from "@/lib/core/random";

const IMAGE = 5;
const SCENE = 100;

/** Places of captions by fives around images, and of images around scenes of different width, as t-SNE lays them out. @returns positions (n × 2) and the image of each */
export function clusteredPoints(count: number): { positions: Float64Array; images: Int32Array } {
  const normal = seededNormal(1);
  const random = seededRandom(2);
  const positions = new Float64Array(2 * count);
  const scene = { x: 0, y: 0, width: 0 };
  const image = { x: 0, y: 0 };
  for (let i = 0; i < count; i++) {
    if (i % SCENE === 0) Object.assign(scene, { x: 100 * random(), y: 60 * random(), width: 0.5 + 2 * random() });
    if (i % IMAGE === 0) Object.assign(image, { x: scene.x + scene.width * normal(), y: scene.y + scene.width * normal() });
    positions.set([image.x + 0.1 * normal(), image.y + 0.1 * normal()], 2 * i);
  }
  return { positions, images: Int32Array.from({ length: count }, (_, i) => Math.floor(i / IMAGE)) };
}
