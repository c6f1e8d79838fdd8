import fs from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";

/** `<file>.sha256`, as sha256sum writes and checks it: what the first download of a file was. */
export const pinFile = (file: string) => `${file}.sha256`;

/** @returns SHA-256 in hex, or null where the file was never downloaded @throws AppError `bad_input` where the pin says none */
export async function readPin(file: string): Promise<string | null> {
  const text = await fs.readFile(pinFile(file), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const sha256 = /^([0-9a-f]{64})\b/.exec(text)?.[1];
  if (!sha256) throw new AppError("bad_input", `${pinFile(file)} names no SHA-256. Delete it, and the next download is taken as it comes.`, { field: path.basename(pinFile(file)) });
  return sha256;
}

export async function writePin(file: string, sha256: string): Promise<void> {
  const draft = `${pinFile(file)}.new`;
  await fs.writeFile(draft, `${sha256}  ${path.basename(file)}\n`, { flush: true });
  await fs.rename(draft, pinFile(file));
}
