import type { SearchResponse } from "@/lib/features/search/search-types";

/** One search over HTTP. */
export interface Sample {
  /** performance.now() when it began. */
  at: number;
  ms: number;
  query: string;
  /** Which generation answered, and the ids of all captions shown; null where it failed. */
  answer: { generation: string; captions: string } | null;
  failure: string | null;
}

export async function askOnce(url: string, query: string): Promise<Sample> {
  const at = performance.now();
  try {
    const response = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(query)}&limit=20`);
    const text = await response.text();
    const ms = performance.now() - at;
    if (!response.ok) return { at, ms, query, answer: null, failure: `${response.status} ${text.slice(0, 200)}` };
    const { generation, hits } = JSON.parse(text) as SearchResponse;
    return { at, ms, query, answer: { generation, captions: hits.flatMap(({ captions }) => captions.map(({ id }) => id)).join(" ") }, failure: null };
  } catch (error) {
    return { at, ms: performance.now() - at, query, answer: null, failure: String(error) };
  }
}

/** Searches that begin at a fixed rate, whether those before have ended or not: as people ask, who do not wait for each other. */
export class SearchLoad {
  readonly samples: Sample[] = [];
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly timer: NodeJS.Timeout;
  private asked = 0;

  constructor(private readonly url: string, private readonly queries: string[], perSecond: number) {
    this.timer = setInterval(() => this.begin(), 1000 / perSecond);
  }

  /** Ends when the last search has ended. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.underWay);
  }

  private begin(): void {
    const query = this.queries[this.asked++ % this.queries.length] ?? "";
    const work = askOnce(this.url, query).then((sample) => {
      this.samples.push(sample);
      this.underWay.delete(work);
    });
    this.underWay.add(work);
  }
}
