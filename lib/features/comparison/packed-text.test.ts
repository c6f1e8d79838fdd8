import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { packText, unpackText } from "./packed-text";

describe("a packed text", () => {
  it("comes back as it was, in characters that an address has", () => {
    const text = "海で遊ぶ犬\n\nA dog & <cat>? 🐈";
    expect(packText(text)).toMatch(/^[\w-]+$/);
    expect(unpackText(packText(text))).toBe(text);
  });

  it("is shorter than what it packs", () => {
    const text = Array.from({ length: 100 }, (_, i) => `芝生の上で${i}人が遊んでいます。`).join("\n");
    expect(packText(text).length).toBeLessThan(encodeURIComponent(text).length / 10);
  });

  it("is nothing where it was cut, forged, or would grow out of all bounds", () => {
    expect(unpackText("!!")).toBeNull();
    expect(unpackText(packText("a".repeat(100)).slice(0, -4))).toBeNull();
    expect(unpackText(deflateRawSync(Buffer.alloc(10_000_000)).toString("base64url"))).toBeNull();
    expect(unpackText(deflateRawSync(Buffer.from([0xff, 0xfe])).toString("base64url"))).toBeNull();
  });
});
