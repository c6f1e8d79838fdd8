import { readEnv } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { connect } from "@/lib/database/client";
import { embedQuery } from "@/lib/features/search/embed-query";
import { SearchEngine, type Serving } from "@/lib/features/serving/search-engine";
import { type Latency, latencyOf } from "./latency";

/** What the first step of a search asks the graph for. */
const K = 128;
const WARM_UP = 50;

/** Queries as people type them: captions spread over the data folder, cut to their first words. */
export async function sampleQueries(dataDir: string, count: number): Promise<string[]> {
  const db = connect(dataDir);
  try {
    const { _max } = await db.caption.aggregate({ _max: { id: true } }).catch(() => ({ _max: { id: null } }));
    if (_max.id === null) throw new AppError("not_found", `There are no captions in ${dataDir}. Fill it first: npm run bench:ingest -- FILE`);
    const step = Math.max(1, Math.floor(_max.id / count));
    const ids = Array.from({ length: count }, (_, i) => 1 + i * step);
    const captions = await db.caption.findMany({ where: { id: { in: ids } }, select: { text: true } });
    return captions.map(({ text }) => (/\s/.test(text) ? text.split(/\s+/).slice(0, 6).join(" ") : text.slice(0, 14)));
  } finally {
    await db.$disconnect();
  }
}

/** The encoder and the graph alone, as one search uses them: what a search over HTTP cannot be faster than. */
export async function measureSearchFloor(dataDir: string, queries: string[]): Promise<{ latency: Latency; captions: number }> {
  return new SearchEngine(dataDir, readEnv().modelsDir).use((serving) => measure(serving, queries));
}

async function measure(serving: Serving, queries: string[]): Promise<{ latency: Latency; captions: number }> {
  const { manifest, index } = serving.generation;
  const once = async (query: string) => index.search(await embedQuery(serving, query), Math.min(K, manifest.count), Math.max(K, manifest.hnsw.ef));
  for (const query of queries.slice(0, WARM_UP)) await once(query);
  const times: number[] = [];
  for (const query of queries) {
    const start = performance.now();
    await once(query);
    times.push(performance.now() - start);
  }
  return { latency: latencyOf(times), captions: manifest.count };
}
