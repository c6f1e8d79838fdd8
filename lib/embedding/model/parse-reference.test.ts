import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { describeReference } from "./model-reference";
import { parseModelReference } from "./parse-reference";

const parse = (text: string) => parseModelReference(text, { modelsDir: path.resolve("models") });

describe("a model's name", () => {
  it.each(["./models", "models/kotomap-ja-en-v1", path.resolve("models"), "../"])("%s is a folder where there is one", async (text) => {
    expect(await parse(text)).toEqual({ kind: "folder", path: path.resolve(text) });
  });

  it("may start at the home folder", async () => {
    expect(await parse("~/")).toEqual({ kind: "folder", path: path.resolve(os.homedir()) });
  });

  it("is that of a bundled model", async () => {
    expect(await parse("kotomap-ja-en-v1")).toEqual({ kind: "bundled", id: "kotomap-ja-en-v1" });
  });

  it.each([
    ["intfloat/multilingual-e5-small", "main"],
    ["sentence-transformers/all-MiniLM-L6-v2@v2.0", "v2.0"],
    ["owner/name@refs/pr/3", "refs/pr/3"],
  ])("%s is one of the hub, revision %s", async (text, revision) => {
    expect(await parse(text)).toEqual({ kind: "hub", id: text.split("@")[0], revision });
  });

  it.each([
    ["", /is not known/],
    ["no-such-model", /"no-such-model" is not known\. Give the name of a model that comes with Kotomap .*owner\/name.*folder/],
    ["./no/such", /is no folder \(.*no\/such does not exist\)/],
    ["owner/name/more", /is not known/],
    ["https://huggingface.co/owner/name", /is not known/],
    ["package.json", /is a file, and a model is a folder/],
    ["owner/../name", /is not known/],
  ])("%s is refused", async (text, message) => {
    await expect(parse(text)).rejects.toMatchObject({ code: "invalid_parameter", field: "model", message: expect.stringMatching(message) as string });
  });
});

it.each(["kotomap-ja-en-v1", "owner/name", "owner/name@v1"])("a reference to %s is described as it was given", async (text) => {
  expect(describeReference(await parse(text))).toBe(text);
});

it("a folder goes before a hub model of its name", async () => {
  const parent = await fs.mkdtemp(path.join(os.tmpdir(), "kotomap-reference-"));
  const relative = path.relative(process.cwd(), parent);
  expect(await parse(relative)).toEqual({ kind: "folder", path: parent });
  await fs.rm(parent, { recursive: true });
});
