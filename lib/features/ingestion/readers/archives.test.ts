import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Header } from "tar-stream";
import { expect, test } from "vitest";
import type { SkippedMember } from "../caption-file";
import { openCaptionFiles } from "./open-caption-files";
import { tarOf } from "./test-archives";
import { readAll, readContent, withFile } from "./test-reading";

const fixture = (name: string) => path.resolve("tests/fixtures", name);
const captions = JSON.stringify({ annotations: [{ image_id: 1, id: 1, caption: "赤いバス" }] });
const instances = JSON.stringify({ annotations: [{ segmentation: [[1]], image_id: 1 }] });

test("the official zip layout gives its caption files in order and names what it passes over", async () => {
  const skipped: SkippedMember[] = [];
  const files = await readAll(fixture("official.zip"), { onSkippedMember: (member) => skipped.push(member) });
  expect(files.map(({ name, label, captions: found }) => [name, label, found.length])).toEqual([
    ["captions_val2017.json", "official.zip › annotations/captions_val2017.json", 2],
    ["more.csv", "official.zip › annotations/more.csv", 1],
  ]);
  expect(files[0]?.images[0]).toMatchObject({ licence: "Attribution License", url: "https://example.org/7.jpg" });
  expect(files[0]?.info.sha256).toBe("0019e097b1159ebe0acdd2c1204f795f0bb4c45a3d44ed1eaceacc8917eb3306");
  expect(skipped.map(({ name }) => name)).toEqual(["annotations/instances_val2017.json", "annotations/person_keypoints_val2017.json", "annotations/nested.json.gz", "README.txt"]);
  expect(skipped.map(({ reason }) => reason).join()).toMatch(/instances.*keypoints.*gzip.*neither JSON nor CSV/);
});

test("caption files of one name are told apart by their folders", async () => {
  expect((await readAll(fixture("same-names.zip"))).map(({ name }) => name)).toEqual(["train/captions.json", "val/captions.json"]);
});

test.each([
  ["outside.zip", /its member "\.\.\/captions\.json" does not stay inside/],
  ["absolute.zip", /its member "\/etc\/captions\.json"/],
  ["backslash.zip", /its member "\.\.\\captions\.json"/],
  ["link.zip", /its member "captions\.json" is a link/],
  ["bomb.zip", /bomb\.zip › captions\.json unpacks to more than 200 times its size/],
  ["no-captions.zip", /holds no caption file, but annotations\/instances_val2017\.json \(it holds object outlines.*README\.txt/],
  ["bzip2.zip", /packed by method 12/],
  ["broken-member.zip", /broken-member\.zip › captions\.json cannot be read: it is not valid JSON at byte 32/],
])("%s is refused", async (name, message) => {
  await expect(readAll(fixture(name))).rejects.toMatchObject({ code: "bad_input", message: expect.stringMatching(message) as string });
});

test("a zip protected by a password is refused", async () => {
  const bytes = await readFile(fixture("same-names.zip"));
  for (const [signature, flags] of [["PK\x01\x02", 8], ["PK\x03\x04", 6]] as const) {
    const at = bytes.indexOf(signature, 0, "latin1") + flags;
    bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at);
  }
  await expect(readContent("locked.zip", bytes)).rejects.toThrow(/locked\.zip › train\/captions\.json is protected by a password/);
});

test("a damaged or cut-off zip is refused", async () => {
  const bytes = await readFile(fixture("official.zip"));
  await expect(readContent("cut.zip", bytes.subarray(0, bytes.length - 200))).rejects.toThrow(/cut\.zip is cut off or damaged/);
  const csv = Buffer.from(bytes);
  const sum = csv.indexOf("annotations/more.csv", csv.indexOf("PK\x01\x02", 0, "latin1")) - 46 + 16;
  csv.writeUInt8(csv.readUInt8(sum) ^ 1, sum);
  await expect(readContent("damaged.zip", csv)).rejects.toThrow(/damaged\.zip › annotations\/more\.csv is damaged: its checksum does not match/);
});

test.each([["stair.tar.gz", true], ["stair.tgz", true], ["stair.tar", false], ["renamed.bin", true]])("%s gives its caption files in order", async (name, packed) => {
  const long = `stair/${"x".repeat(120)}/captions_b.json`;
  const tar = await tarOf([[{ name: "stair/", type: "directory" }, ""], ["stair/README", "About."], ["stair/captions_a.json", captions], ["stair/instances.json", instances], [long, captions]]);
  const skipped: string[] = [];
  const files = await withFile(name, packed ? gzipSync(tar) : tar, (filePath) => readAll(filePath, { onSkippedMember: (member) => skipped.push(member.name) }));
  expect(files.map((file) => [file.label, file.captions[0]?.text])).toEqual([[`${name} › stair/captions_a.json`, "赤いバス"], [`${name} › ${long}`, "赤いバス"]]);
  expect(skipped).toEqual(["stair/README", "stair/instances.json"]);
});

test("a caption file of an archive may be passed over or left half-read", async () => {
  const tar = gzipSync(await tarOf([["a.json", captions], ["b.json", captions], ["c.json", captions]]));
  await withFile("x.tar.gz", tar, async (filePath) => {
    const read: string[] = [];
    for await (const file of openCaptionFiles(filePath)) {
      if (file.name === "a.json") continue;
      for await (const chunk of file.chunks) {
        read.push(`${file.name} ${chunk.captions.length}`);
        if (file.name === "b.json") break;
      }
    }
    expect(read).toEqual(["b.json 1", "c.json 1"]);
  });
});

test.each<[string, Partial<Header> & { name: string }, RegExp]>([
  ["a path that leads out", { name: "../captions.json" }, /"\.\.\/captions\.json" does not stay inside/],
  ["an absolute path", { name: "/captions.json" }, /"\/captions\.json" does not stay inside/],
  ["a symbolic link", { name: "captions.json", type: "symlink", linkname: "/etc/passwd" }, /"captions\.json" is a link/],
  ["a hard link", { name: "captions.json", type: "link", linkname: "/etc/passwd" }, /"captions\.json" is a link/],
])("a tar with %s is refused", async (_what, member, message) => {
  const tar = await tarOf([["ok.json", captions], [member, ""]]);
  await expect(readContent("x.tar", tar)).rejects.toThrow(message);
});

test("a tar that is damaged, cut off or without captions is refused", async () => {
  const tar = await tarOf([["a.json", captions], ["b.json", captions]]);
  await expect(readContent("x.tar", tar.subarray(0, 1200))).rejects.toThrow(/x\.tar ends in the middle: it is cut off/);
  await expect(readContent("x.tar.gz", gzipSync(tar.subarray(0, 1200)))).rejects.toThrow(/x\.tar\.gz ends in the middle/);
  await expect(readContent("x.tar.gz", gzipSync(tar).subarray(0, 150))).rejects.toThrow(/cut off/);
  const damaged = Buffer.from(tar);
  damaged.write("zzz", 1024 + 3);
  await expect(readContent("x.tar", damaged)).rejects.toThrow(/x\.tar is damaged/);
  await expect(readContent("x.tar", await tarOf([["instances.json", instances]]))).rejects.toThrow(/x\.tar holds no caption file, but instances\.json/);
});
