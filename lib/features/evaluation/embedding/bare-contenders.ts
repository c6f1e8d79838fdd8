import { openBatchEncoder, toFeeds } from "@/lib/embedding/batch-encoder";
import { planBatches } from "@/lib/embedding/batch-plan";
import { type OnnxSession, openSession } from "@/lib/embedding/onnx-session";
import type { StoredModel } from "@/lib/embedding/stored-model";
import type { BareSetup } from "@/lib/embedding/testing/bare-setup";
import { ThreadPool } from "@/lib/embedding/thread-pool";
import type { TokenRows } from "@/lib/embedding/token-rows";
import { loadTokenizer, type TextTokenizer } from "@/lib/embedding/tokenizer";
import { type Contender, findFastest, timeSeconds, TRIAL } from "./contender";

const BUDGETS = [256, 128, 512, 1024] as const;
const FILE_ORDER_ROWS = 32;

type Batches = BareSetup["batches"];

async function openInputs({ graphs }: StoredModel): Promise<ReadonlySet<string>> {
  const session = await openSession(graphs.cpu, { plain: true });
  await session.close();
  return new Set(session.inputs.map(({ name }) => name));
}

/** Texts of like length together, tokenized and packed. */
async function openPacker(model: StoredModel): Promise<(texts: readonly string[], budget: number) => Batches> {
  const tokenizer = await loadTokenizer(model.tokenizer);
  const inputs = await openInputs(model);
  return (texts, budget) => {
    const rows: TokenRows = texts.map((text) => tokenizer.encode(text));
    return planBatches(rows.map(({ length }) => length), budget).map((batch) => toFeeds(batch.map((index) => rows[index] ?? []), tokenizer.padId, inputs));
  };
}

/** `session.run` alone on batches that are ready: one session, its threads on all cores. */
export function bareSession(model: StoredModel, texts: readonly string[], threads: number): Contender {
  let session: OnnxSession;
  let batches: Batches = [];
  const runAll = async (all: Batches) => {
    for (const { feeds, shape } of all) await session.run(feeds, shape, model.output.name);
  };
  return {
    async open() {
      session = await openSession(model.graphs.cpu, { threads });
      const pack = await openPacker(model);
      const budget = await findFastest(BUDGETS, (tokens) => runAll(pack(texts.slice(0, TRIAL), tokens)));
      batches = pack(texts, budget);
      return { about: `${budget} tokens a batch`, sample: null };
    },
    round: () => timeSeconds(() => runAll(batches)),
    close: () => session.close(),
  };
}

/** Threads of one session each on batches that are ready, taken by whoever is free. */
function openBareThreads({ graphs, output }: StoredModel, threads: number, batches: Batches) {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const setup: BareSetup = { graph: graphs.cpu, output: output.name, batches, taken };
  const pool = new ThreadPool<null, null>({ what: "encoder", module: "testing/bare-worker.ts", setup }, threads);
  const run = async () => {
    taken[0] = 0;
    await Promise.all(Array.from({ length: threads }, () => pool.ask(null)));
  };
  return { run, close: () => pool.close() };
}

/** The same with a session of one thread for each core: what the engine can do at most. */
export function bareThreads(model: StoredModel, texts: readonly string[], threads: number): Contender {
  let chosen: ReturnType<typeof openBareThreads>;
  return {
    async open() {
      const pack = await openPacker(model);
      const trials = new Map(BUDGETS.map((budget) => [budget, openBareThreads(model, threads, pack(texts.slice(0, TRIAL), budget))]));
      for (const { run } of trials.values()) await run();
      const budget = await findFastest(BUDGETS, async (tokens) => trials.get(tokens)?.run());
      await Promise.all([...trials.values()].map(({ close }) => close()));
      chosen = openBareThreads(model, threads, pack(texts, budget));
      await chosen.run();
      return { about: `${budget} tokens a batch`, sample: null };
    },
    round: () => timeSeconds(() => chosen.run()),
    close: () => chosen.close(),
  };
}

/** As a plain loop does it: one session, batches in the order of the file. */
export function fileOrder(model: StoredModel, texts: readonly string[], threads: number): Contender {
  const { output, identity } = model;
  const opening = Promise.all([loadTokenizer(model.tokenizer), openBatchEncoder({ graph: model.graphs.cpu, device: "cpu", threads, output, dimensions: identity.dimensions })]);
  const embedFrom = async (start: number) => {
    const [tokenizer, encoder] = await opening;
    return encoder.run(texts.slice(start, start + FILE_ORDER_ROWS).map((text) => tokenizer.encode(text)), tokenizer.padId);
  };
  const embedAll = async (count: number) => {
    for (let start = 0; start < count; start += FILE_ORDER_ROWS) await embedFrom(start);
  };
  return {
    async open() {
      await embedAll(Math.min(texts.length, TRIAL));
      return { about: "", sample: null };
    },
    round: () => timeSeconds(() => embedAll(texts.length)),
    close: async () => (await opening)[1].close(),
  };
}

/** The tokenizer alone, on one thread. */
export function tokenizerAlone(model: StoredModel, texts: readonly string[]): Contender {
  let tokenizer: TextTokenizer;
  const tokenizeAll = () => Promise.resolve(texts.forEach((text) => tokenizer.encode(text)));
  return {
    async open() {
      tokenizer = await loadTokenizer(model.tokenizer);
      await tokenizeAll();
      return { about: "", sample: null };
    },
    round: () => timeSeconds(tokenizeAll),
    close: () => Promise.resolve(),
  };
}
