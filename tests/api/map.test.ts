import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import readXlsx from "read-excel-file/node";
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { LayoutView, MapArea, MapLabels, MapOverview, MapPoints, MapQuery, SelectionLayout } from "@/lib/features/caption-map/map-types";
import { createPointColumns, decodePoints } from "@/lib/features/caption-map/point-columns";
import { type ErrorBody, get } from "./fetch-json";

let layout: LayoutView;
const path = (rest: string, parameters: Record<string, string | number> = {}) => `/api/v1/map/${rest}?${new URLSearchParams(Object.entries(parameters).map(([key, value]): [string, string] => [key, String(value)])).toString()}`;
const ofLayout = (rest: string, parameters?: Record<string, string | number>) => path(`layouts/${layout.id}/${rest}`, parameters);
const fetchRaw = (address: string, headers: Record<string, string> = {}) => fetch(inject("baseUrl") + address, { headers });
const WHOLE = "0,0;1,0;1,1;0,1";

beforeAll(async () => {
  const { body } = await get<MapOverview>("/api/v1/map");
  layout = body.layouts.find(({ id }) => id === body.current) as LayoutView;
});

describe("GET /api/v1/map", () => {
  it("shows the layout of the generation in use, with method, parameters and quality", async () => {
    const { body } = await get<MapOverview>("/api/v1/map");
    expect(body.generation).toMatchObject({ id: layout.generation, captions: layout.count });
    expect(body.job).toBeNull();
    expect(layout).toMatchObject({ method: "tsne", unit: "captions", language: null, count: 860, images: 86, languages: ["ja", "en"], collections: ["sample"], parameters: { perplexity: 30, seed: 0 } });
    expect(layout.quality.neighboursKept).toBeGreaterThan(0.35);
    expect(layout.quality.sameGroup).toBeGreaterThan(0.4);
    expect((await get<LayoutView>(path(`layouts/${layout.id}`))).body).toEqual(layout);
  });

  it("tells of a layout that is not there, and which one is", async () => {
    for (const id of ["20200101-000000-0000", "..%2F..%2Fetc"]) {
      const { status, body } = await get<ErrorBody>(path(`layouts/${id}`));
      expect(status).toBe(404);
      expect(body.error).toMatchObject({ code: "not_found", message: expect.stringContaining(`The map shows ${layout.id} now`) as string });
    }
  });
});

describe("the points of a layout", () => {
  it("come as gzip files of 8 bytes each, and are kept for ever", async () => {
    const columns = createPointColumns(layout.count);
    let read = 0;
    for (const part of layout.parts.keys()) {
      const packed = await fetchRaw(path(`layouts/${layout.id}/points/${part}`));
      expect(packed.headers.get("cache-control")).toContain("immutable");
      expect(packed.headers.get("content-type")).toBe("application/gzip");
      read += decodePoints(gunzipSync(await packed.arrayBuffer()), columns, read);
      expect((await fetchRaw(path(`layouts/${layout.id}/points/${part}`), { "If-None-Match": packed.headers.get("etag") ?? "" })).status).toBe(304);
    }
    expect(read).toBe(layout.count);
    expect(new Set(columns.language)).toEqual(new Set([0, 1]));
    expect(new Set(columns.colour).size).toBeGreaterThan(8);
  });

  it("are refused where there is no such part", async () => {
    expect((await get<ErrorBody>(path(`layouts/${layout.id}/points/99`))).body.error).toMatchObject({ code: "not_found", field: "part" });
    expect((await get<ErrorBody>(path(`layouts/${layout.id}/points/-1`))).body.error).toMatchObject({ code: "invalid_parameter", field: "part" });
  });

  it("are told with caption and image, and with the others of their image where asked for", async () => {
    const { body } = await get<MapPoints>(ofLayout("captions", { points: "3,5", siblings: "true" }));
    expect(body.points.map(({ point }) => point)).toEqual([3, 5]);
    const images = new Set(body.points.map(({ image }) => image.id));
    expect(body.siblings).toHaveLength(10 * images.size - 2);
    for (const sibling of body.siblings) expect(images).toContain(sibling.image.id);
    const [first] = body.points;
    const again = await get<MapPoints>(ofLayout("captions", { captions: first?.caption?.id ?? "" }));
    expect(again.body.points).toEqual([first]);
    expect((await get<MapPoints>(ofLayout("captions", { image: `sample:${first?.image.id}` }))).body.points).toHaveLength(10);
  });

  it("are refused by name where they are not on the layout", async () => {
    for (const [parameters, field, status] of [[{ points: "860" }, "points", 400], [{ points: "x" }, "points", 400], [{ captions: "99999" }, "captions", 404], [{ image: "sample:none" }, "image", 404], [{ image: "none" }, "image", 400]] as const) {
      const answer = await get<ErrorBody>(ofLayout("captions", parameters));
      expect(answer.status).toBe(status);
      expect(answer.body.error.field).toBe(field);
    }
  });

  it("have labels that name what is there, in both languages", async () => {
    const { body, headers } = await get<MapLabels>(path(`layouts/${layout.id}/labels`));
    expect(headers.get("cache-control")).toContain("immutable");
    const words = body.levels.flatMap(({ labels }) => labels.flatMap((label) => Object.values(label.words).flat()));
    expect(words.join(" ")).toMatch(/犬|猫|電車|船/);
    expect(words.join(" ")).toMatch(/dog|cat|train|boat/);
  });
});

describe("a query on the map", () => {
  it("has its place among its hits, which are those of a search by meaning", async () => {
    const { body } = await get<MapQuery>(ofLayout("query", { q: "海で遊ぶ犬", limit: 5 }));
    expect(body.hits).toHaveLength(5);
    expect(body.hits.map(({ score }) => score)).toEqual(body.hits.map(({ score }) => score).sort((a, b) => b - a));
    const [best] = body.hits;
    expect(Math.hypot(body.place.x - (best?.x ?? 0), body.place.y - (best?.y ?? 0))).toBeLessThan(0.1);
    const search = await get<{ hits: { captions: { id: string }[] }[] }>(`/api/v1/search?${new URLSearchParams({ q: "海で遊ぶ犬", mode: "semantic", group: "none", limit: "5" }).toString()}`);
    expect(body.hits.map(({ caption }) => caption?.id)).toEqual(search.body.hits.map(({ captions }) => captions[0]?.id));
  });

  it("stays inside an area that is asked for", async () => {
    const { body } = await get<MapQuery>(ofLayout("query", { q: "dog", limit: 200, within: "0,0;.5,0;.5,1;0,1" }));
    expect(body.hits.length).toBeGreaterThan(10);
    for (const { x } of body.hits) expect(x).toBeLessThanOrEqual(0.5);
    expect(body.total).toBeGreaterThanOrEqual(body.hits.length);
  });

  it("tells how like it every point is", async () => {
    const query = await get<MapQuery>(ofLayout("query", { q: "犬", limit: 1 }));
    const answer = await fetchRaw(ofLayout("similarity", { q: "犬" }));
    const values = new Uint8Array(await answer.arrayBuffer());
    expect(values).toHaveLength(layout.count);
    expect(values[query.body.hits[0]?.point ?? 0]).toBe(255);
    expect(Number(answer.headers.get("x-similarity-high"))).toBeCloseTo(query.body.hits[0]?.score ?? 0, 3);
  });

  it("is refused without words, and with an area that is none", async () => {
    for (const [parameters, field] of [[{ q: " " }, "q"], [{ q: "dog", within: "0,0;1,1" }, "within"], [{ q: "dog", within: "0,0;1,1;2,2" }, "within"], [{ q: "dog", limit: "0" }, "limit"]] as const) {
      expect((await get<ErrorBody>(ofLayout("query", parameters as Record<string, string>))).body.error).toMatchObject({ code: "invalid_parameter", field });
    }
  });
});

describe("an area of the map", () => {
  it("is counted by language, image and collection, with the words that tell it and some of its captions", async () => {
    const { body } = await get<MapQuery>(ofLayout("query", { q: "犬", limit: 1 }));
    const { x, y } = body.place;
    const near = (value: number) => Math.min(1, Math.max(0, value)).toFixed(4);
    const within = [[x - 0.1, y - 0.1], [x + 0.1, y - 0.1], [x + 0.1, y + 0.1], [x - 0.1, y + 0.1]].map((corner) => corner.map(near).join(",")).join(";");
    const area = (await get<MapArea>(ofLayout("area", { within, limit: 7 }))).body;
    expect(area.points).toBeGreaterThan(10);
    expect(area.languages.reduce((sum, { count }) => sum + count, 0)).toBe(area.points);
    expect(area.examples).toHaveLength(7);
    expect(area.words.ja?.map(({ word }) => word)).toContain("犬");
    expect(area.words.en?.map(({ word }) => word).join(" ")).toContain("dog");
    expect((await get<MapArea>(ofLayout("area", { within: WHOLE }))).body).toMatchObject({ points: 860, images: 86 });
  });
});

describe("exports of a layout", () => {
  it("hold every caption with its coordinates and the parameters, as CSV, JSON and Excel", async () => {
    const csv = parse<Record<string, string>>(await (await fetchRaw(ofLayout("export", { format: "csv" }))).text(), { bom: true, columns: true });
    const json = (await (await fetchRaw(ofLayout("export", { format: "json" }))).json()) as { layout: Record<string, unknown>; captions: { caption: string; x: number }[] };
    const xlsx = await fetchRaw(ofLayout("export", { format: "xlsx" }));
    const [captions, about] = await readXlsx(Buffer.from(await xlsx.arrayBuffer()));
    expect([csv.length, json.captions.length, (captions?.data.length ?? 0) - 1]).toEqual([860, 860, 860]);
    expect(csv[0]?.layout).toContain("perplexity 30");
    expect(json.layout).toMatchObject({ layout: layout.id, perplexity: 30 });
    expect(about?.data).toContainEqual(["perplexity", 30]);
    expect(xlsx.headers.get("content-disposition")).toBe(`attachment; filename="kotomap-${layout.id}.xlsx"`);
    const last = csv.length - 1;
    expect(captions?.data[last + 1]?.[4]).toBe(json.captions[last]?.caption);
    expect(Number(csv[last]?.x)).toBe(json.captions[last]?.x);
  });

  it("draw the map in the language and theme asked for", async () => {
    const svg = await (await fetchRaw(ofLayout("export", { format: "svg", lang: "ja", theme: "dark" }))).text();
    expect(svg).toContain("キャプションの地図");
    expect(svg).toContain("#181512");
    const picture = await fetchRaw(ofLayout("picture.svg", { colour: "language" }));
    expect(picture.headers.get("content-type")).toContain("image/svg+xml");
    expect((await picture.text()).length).toBeLessThan(300_000);
  });
});

describe("GET /api/v1/map/selection", () => {
  it("lays out the captions of chosen images as in the lecture, those of one image together", async () => {
    const { body } = await get<SelectionLayout>(path("selection", { images: "sample:1,sample:41", method: "tsne", perplexity: 5, vectors: "true" }));
    expect(body).toMatchObject({ generation: layout.generation, method: "tsne", components: 2, parameters: { perplexity: 5 } });
    expect(body.points.map(({ image }) => image.id)).toEqual([...Array<string>(10).fill("1"), ...Array<string>(10).fill("41")]);
    expect(body.colours).toEqual([...Array<number>(10).fill(0), ...Array<number>(10).fill(1)]);
    expect(body.quality.sameGroup).toBeGreaterThan(0.9);
    const vectors = new Float32Array(Uint8Array.from(Buffer.from(body.vectors ?? "", "base64")).buffer);
    expect(vectors).toHaveLength(20 * body.dimensions);
    expect(Math.hypot(...vectors.subarray(0, body.dimensions))).toBeCloseTo(1, 3);
  });

  it("has principal components in three dimensions, and any mix of images, captions and hits, each caption once", async () => {
    const { body } = await get<SelectionLayout>(path("selection", { images: "sample:1", captions: "1,2", q: "犬", limit: 10, method: "pca", components: 3 }));
    expect(body.coordinates).toHaveLength(3 * body.points.length);
    expect(new Set(body.points.map(({ caption }) => caption.id)).size).toBe(body.points.length);
    expect(body.explained?.every((share, i, all) => i === 0 || share <= (all[i - 1] ?? 0))).toBe(true);
  });

  it.each([1, 2, 3])("does with %i captions", async (limit) => {
    const { body } = await get<SelectionLayout>(path("selection", { q: "犬", limit }));
    expect(body.coordinates.every(Number.isFinite)).toBe(true);
    expect(body.coordinates).toHaveLength(2 * limit);
  });

  it("says what it cannot lay out, and what it can", async () => {
    for (const [parameters, status, field, message] of [
      [{}, 400, "images", /images or captions or q must say/],
      [{ images: "sample:1", perplexity: 50 }, 400, "perplexity", /at most 3/],
      [{ images: "sample:1,sample:none,nowhere:1" }, 404, "images", /no image sample:none, nowhere:1\./],
      [{ captions: "1,99998,99999" }, 404, "captions", /no caption 99998, 99999\./],
      [{ q: "x", method: "umap" }, 400, "method", /must be tsne or pca/],
      [{ q: "x", components: 3 }, 400, "components", /belongs to method=pca/],
      [{ q: "x", limit: 2001 }, 400, "limit", /at most 2000/],
    ] as const) {
      for (const address of [path("selection", parameters), path("selection/export", { ...parameters, format: "csv" })]) {
        const answer = await get<ErrorBody>(address);
        expect([answer.status, answer.body.error.field]).toEqual([status, field]);
        expect(answer.body.error.message).toMatch(message);
      }
    }
  });

  it("is exported with its coordinates, also as a picture that has its captions", async () => {
    const selection = { images: "sample:1,sample:41", perplexity: 5 };
    const csv = parse<Record<string, string>>(await (await fetchRaw(path("selection/export", { ...selection, format: "csv" }))).text(), { bom: true, columns: true });
    expect(csv).toHaveLength(20);
    const svg = await (await fetchRaw(path("selection/export", { ...selection, format: "svg", lang: "ja" }))).text();
    expect(svg).toContain([...(csv[0]?.caption ?? "")].slice(0, 20).join(""));
  });
});
