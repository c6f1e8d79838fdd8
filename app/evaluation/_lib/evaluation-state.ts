import { createLoader, createParser, createSerializer, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { FINDING_KINDS } from "@/lib/features/evaluation/findings/finding-types";

/** What is drawn over time. */
export const HISTORY_FIGURES = ["recall1", "recall5", "recall10", "mrr"] as const;
/** Findings of a page. */
export const FINDINGS_SHOWN = 10;

const number = createParser({ parse: (value) => (/^[1-9]\d{0,8}$/.test(value) ? Number(value) : null), serialize: String });

/** Two languages: "ja,en". */
const direction = createParser({
  parse: (value): { from: string; to: string } | null => {
    const [from, to, more] = value.split(",");
    return from && to && more === undefined ? { from, to } : null;
  },
  serialize: ({ from, to }) => `${from},${to}`,
});

const parsers = {
  /** The evaluation that is shown: the newest of an index unless given. */
  id: number,
  /** The one that it is compared with. */
  with: number,
  over: parseAsStringLiteral(HISTORY_FIGURES).withDefault("recall1"),
  /** Whose relevance is shown. */
  pair: direction,
  list: parseAsStringLiteral(FINDING_KINDS).withDefault("failure"),
  /** Of the failures. */
  direction,
  page: number.withDefault(1),
};

const load = createLoader(parsers);
const serialize = createSerializer(parsers);

/** What the page shows, as its address says it. */
export type EvaluationState = inferParserType<typeof parsers>;

/** Never fails: what an address says wrongly counts as not said. */
export const readEvaluationState = (params: Record<string, string | string[] | undefined>): EvaluationState => load(params);

/** The address of a state, changed. @param part the part of the page that it leads to */
export const evaluationHref = (state: EvaluationState, changes: Partial<EvaluationState> = {}, part?: string): string => serialize("/evaluation", { ...state, ...changes }) + (part ? `#${part}` : "");
