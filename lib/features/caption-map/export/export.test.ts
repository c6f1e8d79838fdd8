import { buffer, text } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { drawSvg } from "./draw-svg";
import type { ExportRow, ExportSource } from "./export-source";
import { writeCsv } from "./write-csv";
import { writeJson } from "./write-json";
import { MOST_ROWS, writeXlsx } from "./write-xlsx";

const CAPTIONS = ["犬が公園を走っている", 'A dog, "running"', "=1+1", "二行\nのキャプション", "control \u0008 character <&>"];

function rowOf(caption: string, i: number): ExportRow {
  return { caption_id: i + 1, collection: "coco", image: String(100 + i), language: i % 2 === 0 ? "ja" : "en", caption, x: i * 1.5, y: -i, z: null };
}

function makeSource(captions: readonly string[]): ExportSource {
  return {
    name: "kotomap-test",
    rows: captions.length,
    about: { layout: "20261201-101530-3f9a", method: "tsne", perplexity: 30, divergence: null },
    languages: ["ja", "en"],
    collections: ["coco"],
    chunks: async function* () {
      for (let start = 0; start < captions.length; start += 2) yield await Promise.resolve(captions.slice(start, start + 2).map((caption, i) => rowOf(caption, start + i)));
    },
    draw: () =>
      Promise.resolve({
        points: { x: Float64Array.of(0, 1), y: Float64Array.of(0, 1), colour: Uint8Array.of(0, 1), language: Uint8Array.of(0, 1), collection: Uint8Array.of(0, 0), density: Uint8Array.of(0, 255) },
        texts: [{ x: 0.5, y: 0.5, text: "犬 <と> 猫\u0001" }],
      }),
  };
}

describe("a table of captions", () => {
  it("reads back as CSV with the layout in its last column, and begins with the mark by which Excel knows UTF-8", async () => {
    const bytes = await buffer(writeCsv(makeSource(CAPTIONS)));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const csv = bytes.toString("utf8");
    expect(csv.slice(1).split("\r\n").slice(0, 2)).toEqual(["caption_id,collection,image,language,caption,x,y,layout", "1,coco,100,ja,犬が公園を走っている,0,0,layout 20261201-101530-3f9a; method tsne; perplexity 30"]);
    const rows = parse<Record<string, string>>(csv, { bom: true, columns: true });
    expect(rows.map(({ caption }) => caption)).toEqual(CAPTIONS.map((caption) => (caption.startsWith("=") ? `'${caption}` : caption)));
    expect(rows.map(({ y }) => Number(y))).toEqual([0, -1, -2, -3, -4]);
    for (const { layout } of rows) expect(layout).toBe("layout 20261201-101530-3f9a; method tsne; perplexity 30");
  });

  it("is a header alone where there is no caption, and has a third coordinate where there is one", async () => {
    expect(await text(writeCsv(makeSource([])))).toBe("\ufeffcaption_id,collection,image,language,caption,x,y,layout\r\n");
    const flat = makeSource(CAPTIONS);
    const deep: ExportSource = {
      ...flat,
      chunks: async function* () {
        for await (const rows of flat.chunks()) yield rows.map((row) => ({ ...row, z: 2 * row.x }));
      },
    };
    const rows = parse<Record<string, string>>(await text(writeCsv(deep)), { bom: true, columns: true });
    expect(rows.map(({ z }) => Number(z))).toEqual([0, 3, 6, 9, 12]);
  });

  it("reads back as JSON, also without a caption", async () => {
    expect(JSON.parse(await text(writeJson(makeSource(CAPTIONS))))).toMatchObject({ layout: { perplexity: 30, divergence: null }, captions: CAPTIONS.map((caption) => ({ caption })) });
    expect(JSON.parse(await text(writeJson(makeSource([]))))).toMatchObject({ captions: [] });
  });

  it("is opened by another program's reader of Excel files, with text as text and the parameters on a sheet of their own", async () => {
    const sheets = await readXlsx(await buffer(writeXlsx(makeSource(CAPTIONS))));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["captions", "layout"]);
    const [captions, layout] = sheets.map(({ data }) => data);
    expect(captions?.[0]).toEqual(["caption_id", "collection", "image", "language", "caption", "x", "y"]);
    expect(captions?.slice(1).map((row) => row[4])).toEqual(CAPTIONS.map((caption) => caption.replace("\u0008", "")));
    expect(captions?.[2]).toEqual([2, "coco", "101", "en", CAPTIONS[1], 1.5, -1]);
    expect(layout).toContainEqual(["perplexity", 30]);
  });

  it("is refused as an Excel file where it has more rows than a sheet", () => {
    expect(() => writeXlsx({ ...makeSource([]), rows: MOST_ROWS + 1 })).toThrow(/1048576 captions.*format=csv/);
  });

  it("is given up when its source fails", async () => {
    const broken: ExportSource = {
      ...makeSource(CAPTIONS),
      chunks: async function* () {
        yield await Promise.resolve([rowOf("a", 0)]);
        throw new Error("the disk is gone");
      },
    };
    for (const write of [writeCsv, writeJson, writeXlsx]) await expect(buffer(write(broken))).rejects.toThrow("the disk is gone");
  });
});

describe("a drawn map", () => {
  it("has its title, points by shape and colour, captions that cannot break it, legend and parameters", async () => {
    const svg = await drawSvg(makeSource(CAPTIONS), { colour: "image", lang: "ja", theme: "light", width: 800 }, 100);
    expect(svg).toContain("キャプションの地図 — coco");
    expect(svg).toContain("5 点のうち 2 点を表示");
    expect(svg).toContain("犬 &lt;と&gt; 猫</text>");
    expect(svg).toContain('stroke-linecap="round" d="M16 1024h0"');
    expect(svg).toMatch(/<path fill="#[0-9a-f]{6}" fill-opacity=".85" d="M984 /);
    expect(svg).toContain("&quot;perplexity&quot;:30");
  });

  it("says a perplexity that follows from the points in few digits, and all of them as metadata", async () => {
    const source = makeSource(CAPTIONS);
    const svg = await drawSvg({ ...source, about: { ...source.about, perplexity: 23 / 3 } }, { colour: "image", lang: "en", theme: "light", width: 800 }, 100);
    expect(svg).toContain("perplexity 7.67");
    expect(svg).toContain(`&quot;perplexity&quot;:${23 / 3}`);
  });
});
