import { parseArgs } from "node:util";
import { buildSample, findOutdated, writeSample } from "./sample/build";

const USAGE = `Usage: npx tsx scripts/build-sample.ts [--check]

Writes the pictures and caption files of public/sample from the scenes in scripts/sample/scenes.

  --check  write nothing; end with 1 where a file is not up to date`;

const { values } = parseArgs({ options: { check: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } } });

if (values.help) {
  console.log(USAGE);
} else {
  const files = buildSample();
  const names = values.check ? findOutdated(files) : writeSample(files);
  for (const name of names) console.log(`${values.check ? "Not up to date" : "Wrote"}: ${name}`);
  if (names.length === 0) console.log(`${files.size} files are up to date.`);
  if (values.check && names.length > 0) process.exitCode = 1;
}
