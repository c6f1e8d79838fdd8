import { expect, it } from "vitest";
import { pictureSource } from "./picture-source";

it.each(["https://images.example/a b.jpg", "HTTP://images.example/1.png", "/sample/1.svg", "/api/v1/images/coco/1/picture"])("takes %s", (url) => {
  expect(pictureSource(url)).toBe(url);
});

it.each([null, "", "javascript:alert(1)", "data:image/svg+xml,<svg/>", "//elsewhere.example/1.jpg", "/\\elsewhere.example/1.jpg", "http://", "1.jpg"])("refuses %j", (url) => {
  expect(pictureSource(url)).toBeNull();
});
