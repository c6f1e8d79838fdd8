import { expect, test } from "vitest";
import { checkUtf8 } from "./check-utf8";

async function check(...buffers: Buffer[]): Promise<string> {
  const given: Buffer[] = [];
  async function* source() {
    yield* await Promise.resolve(buffers);
  }
  for await (const buffer of checkUtf8(source(), "a.csv")) {
    expect(buffer.toString("utf8")).not.toContain("\ufffd");
    given.push(buffer);
  }
  return Buffer.concat(given).toString("utf8");
}

test("text cut at any byte is given cut between characters", async () => {
  const text = "aé日🚌z";
  const bytes = Buffer.from(text);
  for (let first = 0; first <= bytes.length; first += 1) {
    for (let second = first; second <= bytes.length; second += 1) {
      expect(await check(bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second))).toBe(text);
    }
  }
});

test.each([
  ["Shift_JIS", Buffer.from([0x61, 0x62, 0x93, 0xfa, 0x96, 0x7b]), 2],
  ["Latin-1", Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x20]), 3],
  ["an encoded surrogate", Buffer.from([0x61, 0xed, 0xa0, 0x80]), 1],
  ["an overlong form", Buffer.from([0x61, 0x62, 0x63, 0xc0, 0x80]), 3],
])("%s is refused with the offset of its first invalid byte", async (_name, bytes, offset) => {
  await expect(check(Buffer.from("日本"), bytes)).rejects.toMatchObject({ code: "bad_input", message: expect.stringContaining(`byte ${6 + offset} `) as string });
});

test("an end within a character is called cut off", async () => {
  await expect(check(Buffer.from("日本").subarray(0, 5))).rejects.toThrow(/at byte 3: it is cut off/);
});
