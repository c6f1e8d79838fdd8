import { AppError } from "@/lib/core/errors";
import { defineCommand } from "./cli/command";
import { runAsMain } from "./cli/run-command";
import { buildSample, findOutdated, writeSample } from "./sample/build";

interface Result {
  /** Files that the sample is made of. */
  files: number;
  /** Paths of what was written or, being left over, removed. */
  changed: string[];
}

function check(): Result {
  const files = buildSample();
  const outdated = findOutdated(files);
  if (outdated.length > 0) throw new AppError("bad_input", `Not up to date: ${outdated.join(", ")}. Run npm run sample.`);
  return { files: files.size, changed: [] };
}

function write(): Result {
  const files = buildSample();
  return { files: files.size, changed: writeSample(files) };
}

export const command = defineCommand<{ check?: boolean }, Result>({
  name: "sample",
  summary: "Draw the sample pictures and write their captions.",
  description: "Draws the pictures of public/sample from the scenes in scripts/sample/scenes and writes their caption files. Files that are as they should be stay untouched; pictures of scenes that are gone are removed.",
  configure: (program) => program.option("--check", "write nothing; fail where a file is not up to date"),
  run: ({ options }) => Promise.resolve(options.check ? check() : write()),
  present: ({ files, changed }) => [...changed.map((name) => `Wrote ${name}`), `${files} files are up to date.`].join("\n"),
});

runAsMain(command, import.meta.url);
