import fs from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import { modelFault } from "./model-fault";

/** Git LFS puts a file of some hundred bytes in the place of one that it has not fetched. */
const pointerStart = "version https://git-lfs.github.com/spec/";

/** The folder is a setting: a bundler that follows it would take the whole project for part of the server. */
const within = (folder: string, name: string) => path.join(/* turbopackIgnore: true */ folder, name);

/** Links are followed: the cache of the hub's own programs is made of them. */
export const isFile = async (file: string) => (await fs.stat(file).catch(() => null))?.isFile() ?? false;

/** The path of a file that lies in a model's folder or in its folder onnx/, or null. */
export async function findFile(folder: string, name: string): Promise<string | null> {
  for (const file of [within(folder, name), within(within(folder, "onnx"), name)]) if (await isFile(file)) return file;
  return null;
}

/** @throws AppError `model_unavailable` where the file is empty, or stands for one that Git LFS has not fetched */
export async function requireContent(file: string): Promise<void> {
  const handle = await fs.open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(pointerStart.length), 0, pointerStart.length, 0);
    if (bytesRead === 0) throw modelFault(file, "is empty", { mend: "Get it again" });
    if (buffer.toString("latin1", 0, bytesRead) === pointerStart) throw modelFault(file, "is a Git LFS pointer, not the file itself", { mend: `Run git lfs pull in ${path.dirname(file)}, or download the file from the model's page` });
  } finally {
    await handle.close();
  }
}

/**
 * A JSON file of the folder, or null where there is none.
 * @throws AppError `model_unavailable` where it cannot be read as what the schema says
 */
export async function readConfig<T extends z.ZodType>(folder: string, name: string, schema: T): Promise<z.infer<T> | null> {
  const file = await findFile(folder, name);
  if (!file) return null;
  await requireContent(file);
  try {
    return schema.parse(JSON.parse(await fs.readFile(/* turbopackIgnore: true */ file, "utf8")));
  } catch (cause) {
    throw modelFault(file, `cannot be read: ${cause instanceof SyntaxError ? cause.message : "its members are not those of such a file"}`, { mend: "Get the model again", cause });
  }
}
