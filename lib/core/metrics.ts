import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";
import { processSingleton } from "./process-singleton";

/** Seconds; a search takes some milliseconds, an export seconds. */
const DURATIONS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** What the server counts, for Prometheus. */
export const metrics = () => processSingleton("metrics", createMetrics);

function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({ name: "kotomap_http_request_duration_seconds", help: "Answered requests, from their arrival to the end of the answer", labelNames: ["route", "method", "status"], buckets: DURATIONS, registers }),
    refused: new Counter({ name: "kotomap_searches_refused_total", help: "Searches refused: too many waited, one waited too long, or an address asked too often", labelNames: ["reason"], registers }),
    queryVectors: new Counter({ name: "kotomap_query_vectors_total", help: "Vectors of queries that searches asked for", registers }),
    queryVectorsComputed: new Counter({ name: "kotomap_query_vectors_computed_total", help: "Those of them that the encoder computed; the others were remembered, or just being computed for another", registers }),
  };
}
