import path from "node:path";
import { createBulkEmbedder } from "../bulk-embedder";
import { loadBundledModel } from "../model-store";

// A program that embeds, tells so, and ends by itself: `close` closes the embedder before, `leave` does not.
const embedder = createBulkEmbedder({ model: await loadBundledModel(path.resolve("models")), workers: 2 });
const vectors = await embedder.embed(Array.from({ length: 300 }, (_, i) => `Train ${i} leaves.`));
if (process.argv[2] === "close") await embedder.close();
console.log(`${vectors.length / embedder.model.dimensions} vectors`);
