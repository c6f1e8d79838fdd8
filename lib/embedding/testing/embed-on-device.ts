import path from "node:path";
import { DEVICES } from "@/lib/core/devices";
import { createBulkEmbedder } from "../bulk-embedder";
import { loadBundledModel } from "../model-store";

// A program that embeds the sentences given after a device's name, there and on the CPU, and prints both.
const [name, ...texts] = process.argv.slice(2);
const device = DEVICES.find((known) => known === name);
const model = await loadBundledModel(path.resolve("models"));
const notices: string[] = [];
const embedders = [createBulkEmbedder({ model, device, graph: model.graphs.portable, onNotice: (notice) => notices.push(notice) }), createBulkEmbedder({ model, workers: 1 })];
const [there, here] = await Promise.all(embedders.map((embedder) => embedder.embed(texts)));
console.log(JSON.stringify({ ranOn: embedders[0]?.device, notices, there: Array.from(there ?? []), here: Array.from(here ?? []) }));
await Promise.all(embedders.map((embedder) => embedder.close()));
