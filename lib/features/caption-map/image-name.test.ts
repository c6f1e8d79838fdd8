import { describe, expect, it } from "vitest";
import { formatImageName, parseImageName } from "./image-name";

describe("the name of an image", () => {
  it.each([
    { collection: "coco", id: "139" },
    { collection: "a:b/c", id: "7.jpg" },
    { collection: "a,b 100%", id: "https://example.org/a,b%2C.jpg?c=1:2" },
    { collection: "%3A", id: "犬:1" },
  ])("leads back to $collection, $id, also from a list", (image) => {
    const list = [image, { collection: "coco", id: "1" }].map(formatImageName).join(",");
    expect(list.split(",").map(parseImageName)).toEqual([image, { collection: "coco", id: "1" }]);
  });

  it("is written as it is read where it has nothing special", () => {
    expect(formatImageName({ collection: "a:b", id: "7 犬/é.jpg" })).toBe("a:b:7 犬/é.jpg");
    expect(parseImageName("coco:50%off.jpg")).toEqual({ collection: "coco", id: "50%off.jpg" });
  });

  it("has both parts", () => {
    expect(["coco", "coco:", ":7", ""].map(parseImageName)).toEqual([null, null, null, null]);
  });
});
