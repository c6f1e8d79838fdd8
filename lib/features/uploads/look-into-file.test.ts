import { describe, expect, it } from "vitest";
import { withFile } from "@/lib/features/ingestion/readers/test-reading";
import { lookIntoFile, type LookLimits } from "./look-into-file";

const look = (name: string, content: string | Uint8Array, limits?: Partial<LookLimits>) => withFile(name, content, (file) => lookIntoFile(file, limits));
const rows = (count: number, text = (n: number) => `A dog number ${n} runs along the sea.`) => `image_id,caption\n${Array.from({ length: count }, (_, n) => `${n},${text(n)}`).join("\n")}\n`;

describe("lookIntoFile", () => {
  it("looks at no more captions than it has to, and says that there are more", async () => {
    const { problem, members } = await look("dogs.csv", rows(9000));
    expect(problem).toBeNull();
    expect(members).toMatchObject([{ name: "dogs.csv", format: "csv", captions: 2000, complete: false, languages: { en: 2000 }, collection: "dogs" }]);
    expect(members[0]?.examples).toHaveLength(5);
  });

  it("tells COCO files by their list of images, and languages by script", async () => {
    const document = { images: [{ id: 1, file_name: "a.jpg" }], annotations: [{ id: 1, image_id: 1, caption: "犬が海で走っている" }, { id: 2, image_id: 1, caption: "A dog runs along the sea." }] };
    const { problem, members } = await look("captions.json", JSON.stringify(document));
    expect(problem).toBeNull();
    expect(members).toMatchObject([{ format: "coco", captions: 2, complete: true, languages: { ja: 1, en: 1 }, collection: "coco" }]);
  });

  it.each([
    ["page.json", "<!doctype html><html></html>", /page\.json is no caption file: it is an HTML page/],
    ["cut.json", '{"images": [], "annotations": [{"id": 1, "image_id": 1, "caption": "A', /cut\.json/],
    ["empty.csv", "image_id,caption\n", /empty\.csv holds no captions/],
    ["bad.csv", "image_id,caption\n1,\n2,\n", /bad\.csv: none of the first 2 records can be used; record 1/],
  ])("says in the reader's words what is wrong with %s", async (name, content, problem) => {
    expect((await look(name, content)).problem).toMatch(problem);
  });

  it("gives what it saw where the time is over, and calls that no problem", async () => {
    const { problem } = await look("dogs.csv", rows(50_000), { captionsPerMember: 50_000, milliseconds: 1 });
    expect(problem).toBeNull();
  });
});
