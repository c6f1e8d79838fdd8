import { readFileSync } from "node:fs";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { z } from "zod";

const folder = path.resolve("tests/fixtures/models");

/** Path of a fixture: a model's folder, or a graph without one. */
export const fixture = (name: string) => path.join(folder, name);

/** The small models of tests/fixtures, with ids and the first eight values of the vectors that the reference libraries gave. */
export const smallModels = z
  .array(z.object({ folder: z.string(), dimensions: z.number(), pooling: z.enum(["mean", "cls"]).nullable(), texts: z.array(z.object({ text: z.string(), ids: z.array(z.number()), vector: z.array(z.number()) })) }))
  .parse(JSON.parse(readFileSync(fixture("expected.json"), "utf8")));

/** Content of a file, its JSON, or null for a file that is taken away. */
export type Changes = Record<string, string | object | null>;

export interface CopiedModel extends AsyncDisposable {
  /** Path of the copy. */
  folder: string;
  inModel: (name: string) => string;
}

async function change(file: string, content: string | object | null): Promise<void> {
  await fs.rm(file, { force: true });
  await fs.mkdir(path.dirname(file), { recursive: true });
  if (content !== null) await fs.writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
}

/** A copy of a fixture's folder with some of its files changed. */
export async function copyModel(name: string, changes: Changes = {}): Promise<CopiedModel> {
  const parent = await fs.mkdtemp(path.join(os.tmpdir(), "kotomap-model-"));
  const copy = path.join(parent, "my-model");
  const inModel = (file: string) => path.join(copy, file);
  await fs.cp(fixture(name), copy, { recursive: true });
  for (const [file, content] of Object.entries(changes)) await change(inModel(file), content);
  return { folder: copy, inModel, [Symbol.asyncDispose]: () => fs.rm(parent, { recursive: true }) };
}
