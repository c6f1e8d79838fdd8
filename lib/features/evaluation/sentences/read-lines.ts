import fs from "node:fs/promises";
import { AppError } from "@/lib/core/errors";

/** The lines of a file of columns between tabs. @throws AppError `bad_input` where it cannot be read or holds nothing */
export async function readLines(file: string): Promise<string[][]> {
  const text = await fs.readFile(file, "utf8").catch((cause: unknown) => {
    throw new AppError("bad_input", `${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  });
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/).filter((line) => line !== "").map((line) => line.split("\t"));
  if (lines.length === 0) throw new AppError("bad_input", `${file} holds no lines.`);
  return lines;
}

/** @param line from 0 */
export const badLine = (file: string, line: number, fault: string) => new AppError("bad_input", `${file}, line ${line + 1}: ${fault}`);
