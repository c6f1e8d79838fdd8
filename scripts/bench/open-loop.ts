import { setTimeout as wait } from "node:timers/promises";
import { Agent, request } from "undici";
import { AppError } from "@/lib/core/errors";
import { type Latency, latencyOf } from "@/lib/features/evaluation/latency";

interface OpenLoop {
  url: string;
  paths: readonly string[];
  /** Requests a second. */
  rate: number;
  seconds: number;
}

export interface OpenLoopResult {
  /** Requests a second that were sent. */
  rate: number;
  /** Share of the requests that were refused. */
  refused: number;
  /** Answered in full, a second. */
  answered: number;
  accepted: Latency;
  /** How long a refusal took. */
  refusal: Latency;
}

interface Outcome {
  status: number;
  ms: number;
}

const CONNECTIONS = 512;

/**
 * Sends requests by the clock, whether earlier ones are answered or not, as people do: a client that waits for answers slows down with the server
 * and hides how long others would have waited. Times count from when a request was due.
 */
export async function openLoop({ url, paths, rate, seconds }: OpenLoop): Promise<OpenLoopResult> {
  const agent = new Agent({ connections: CONNECTIONS });
  const begin = performance.now();
  const sent: Promise<Outcome>[] = [];
  for (let i = 0; i < rate * seconds; i++) {
    const due = begin + (i * 1000) / rate;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    sent.push(ask(agent, url + paths[i % paths.length]!, due));
  }
  const outcomes = await Promise.all(sent);
  const took = (performance.now() - begin) / 1000;
  await agent.close();
  return summarise(outcomes, took);
}

async function ask(agent: Agent, url: string, due: number): Promise<Outcome> {
  const { statusCode, body } = await request(url, { dispatcher: agent });
  await body.arrayBuffer();
  return { status: statusCode, ms: performance.now() - due };
}

function summarise(outcomes: readonly Outcome[], seconds: number): OpenLoopResult {
  const [accepted, refused] = [200, 503].map((wanted) => outcomes.filter(({ status }) => status === wanted).map(({ ms }) => ms)) as [number[], number[]];
  const strange = outcomes.find(({ status }) => status !== 200 && status !== 503);
  if (strange) throw new AppError("internal", `A search under load answered ${strange.status}.`);
  return { rate: outcomes.length / seconds, refused: refused.length / outcomes.length, answered: accepted.length / seconds, accepted: latencyOf(accepted), refusal: latencyOf(refused) };
}
