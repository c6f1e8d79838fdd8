import { Gauge } from "prom-client";
import { logger } from "@/lib/core/logger";
import { metrics } from "@/lib/core/metrics";
import { countJobs } from "@/lib/database/jobs";
import { searchAdmission } from "@/lib/features/serving/admission";
import { searchEngine } from "@/lib/features/serving/search-engine";

/** Has the metrics tell what the server holds, read when they are asked for. */
export function watchServing(): void {
  const registers = [metrics().registry];
  const [admission, engine] = [searchAdmission(), searchEngine()];
  new Gauge({ name: "kotomap_searches_in_flight", help: "Searches being computed", registers, collect() { this.set(admission.inFlight); } });
  new Gauge({ name: "kotomap_searches_waiting", help: "Searches waiting for their turn", registers, collect() { this.set(admission.waiting); } });
  new Gauge({ name: "kotomap_captions", help: "Captions of the index that answers; 0 while there is none", registers, collect() { this.set(engine.manifest?.count ?? 0); } });
  new Gauge({
    name: "kotomap_generation_info", help: "The index generation that answers", labelNames: ["generation", "model"], registers,
    collect() {
      this.reset();
      if (engine.manifest) this.set({ generation: engine.manifest.id, model: engine.manifest.model.name }, 1);
    },
  });
  new Gauge({
    name: "kotomap_jobs", help: "Jobs by state", labelNames: ["state"], registers,
    async collect() {
      this.reset();
      for (const { state, count } of await readJobCounts()) this.set({ state }, count);
    },
  });
}

/** None where the database does not answer: the other metrics are told all the same. */
async function readJobCounts(): Promise<{ state: string; count: number }[]> {
  try {
    return await countJobs(await searchEngine().openDatabase());
  } catch (error) {
    logger().warn({ err: error }, "jobs could not be counted for the metrics");
    return [];
  }
}
