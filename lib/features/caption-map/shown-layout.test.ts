import { open } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LayoutStore } from "@/lib/features/layouts/layout-store";
import { SmallCorpus } from "@/lib/features/reindexing/testing/small-corpus";
import { isInside } from "./area";
import { describePoints } from "./describe-points";
import type { LayoutView } from "./map-types";
import { ShownLayout } from "./shown-layout";

let corpus: SmallCorpus;
let store: LayoutStore;
beforeAll(async () => {
  corpus = await SmallCorpus.create();
  store = new LayoutStore(corpus.dataDir);
  await corpus.ingest("captions", Array.from({ length: 60 }, (_, i) => [`${Math.floor(i / 3)}`, `${["dog", "cat", "船"][i % 3]} number ${i}`, i % 3 === 2 ? "ja" : "en"]));
});
afterAll(() => corpus.remove());

const makeLayout = async (request = {}) => (await corpus.layOut({ iterations: 60, earlyIterations: 20, ...request })).layout;
const show = async (layout: LayoutView) => ShownLayout.of(await store.load({ generation: layout.generation, id: layout.id }), { axes: null, readWords: () => Promise.reject(new Error("not asked for")) });

describe("a layout in memory", () => {
  it("finds the points of an area, whatever its shape", async () => {
    const layout = await show(await makeLayout());
    const area = [{ x: 0, y: 0 }, { x: 0.9, y: 0.1 }, { x: 0.3, y: 0.5 }, { x: 0.8, y: 1 }];
    const expected = Array.from({ length: 60 }, (_, point) => point).filter((point) => isInside(area, layout.placeOf(point).x, layout.placeOf(point).y));
    expect(expected.length).toBeGreaterThan(5);
    expect(expected.length).toBeLessThan(55);
    expect([...(await layout.pointsIn(area))]).toEqual(expected);
  });

  it("tells how many captions an image has, also where it is one point", async () => {
    for (const request of [{}, { unit: "images" }]) {
      const [point] = await describePoints(corpus.db, await show(await makeLayout(request)), [0]);
      expect(point?.image.captionCount).toBe(3);
    }
  });

  it("is sent on in parts that are whole, and refused by the file where one is not", async () => {
    const layout = await makeLayout();
    const manifest = await store.readManifest(layout);
    expect(await store.readPart(layout, manifest, 0)).toHaveLength(manifest.files["points-0.bin.gz"]?.bytes ?? 0);
    const file = await open(path.join(store.folderOf(layout), "points-0.bin.gz"), "r+");
    await file.write("x", 40);
    await file.close();
    await expect(store.readPart(layout, manifest, 0)).rejects.toMatchObject({ code: "layout_damaged", field: "points-0.bin.gz" });
  });
});
