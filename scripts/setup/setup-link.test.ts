import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { readSetupLink } from "./setup-link.mjs";

describe("readSetupLink", () => {
  it("finds the link among what a server prints, in whatever pieces that comes", async () => {
    const stdout = new PassThrough().setEncoding("utf8");
    const found = readSetupLink(stdout);
    for (const piece of ["✓ Ready in 1s\nNo password. Open:\n  http://localhost:3000/adm", "in/setup?token=abc-D", "EF_1\nmore\n"]) stdout.write(piece);
    expect(await found).toBe("http://localhost:3000/admin/setup?token=abc-DEF_1");
  });
});
