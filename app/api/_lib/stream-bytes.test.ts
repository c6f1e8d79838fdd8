import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { streamBytes } from "./stream-bytes";

describe("streamBytes", () => {
  it("sends texts and bytes as bytes", async () => {
    expect(await new Response(streamBytes(Readable.from(["犬と", Buffer.from("猫")]))).text()).toBe("犬と猫");
  });

  it("ends its source when the reader goes, and tells the reader when the source fails", async () => {
    const source = Readable.from(["a", "b", "c"]);
    const reader = new Response(streamBytes(source)).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(source.destroyed).toBe(true);
    const broken = Readable.from((function* () {
      yield "a";
      throw new Error("the disk is gone");
    })());
    await expect(new Response(streamBytes(broken)).text()).rejects.toThrow("the disk is gone");
  });
});
