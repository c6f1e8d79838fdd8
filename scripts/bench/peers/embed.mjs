import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

// Embeds the texts of a job file with transformers.js in its default settings, in the order of the file. Says what it opened on one line
// of JSON, then embeds all texts once for each line it reads, and says the seconds.
const ROWS = 32;
const SAMPLE = 64;

const { texts, peers, models, folder } = JSON.parse(await readFile(process.argv[2] ?? "", "utf8"));
const resolved = createRequire(path.join(peers, "package.json")).resolve("@huggingface/transformers");
const { env, pipeline } = await import(pathToFileURL(resolved).href);
env.allowRemoteModels = false;
env.localModelPath = models;
const extract = await pipeline("feature-extraction", folder, { dtype: "fp32" });

/** @param {string[]} all */
async function embed(all) {
  const parts = [];
  for (let start = 0; start < all.length; start += ROWS) parts.push(await extract(all.slice(start, start + ROWS), { pooling: "mean", normalize: true }));
  return parts;
}

/** @param {object} values */
const say = (values) => console.log(JSON.stringify(values));

const sample = await embed(texts.slice(0, SAMPLE));
await embed(texts.slice(0, 256));
say({ about: `transformers.js ${env.version}, float32`, sample: Buffer.concat(sample.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength))).toString("base64") });

for await (const ask of createInterface({ input: process.stdin })) {
  if (ask === "") continue;
  const start = performance.now();
  await embed(texts);
  say({ seconds: (performance.now() - start) / 1000 });
}
