import { createLoader, createParser, createSerializer, type inferParserType } from "nuqs/server";
import { MOST_CHARACTERS } from "@/lib/features/encoder/encoder-request";

/** The head that is shown first: of the bundled model, one that looks at the next piece, as can be seen at a glance. */
export const FIRST_LAYER = 3;
export const FIRST_HEAD = 7;

const sentence = createParser({ parse: (value) => value.trim().slice(0, MOST_CHARACTERS).trim() || null, serialize: String });
const wholeNumber = (least: number) => createParser({ parse: (value) => (/^\d{1,3}$/.test(value) && Number(value) >= least ? Number(value) : null), serialize: String });

const parsers = {
  text: sentence,
  to: sentence,
  layer: wholeNumber(1).withDefault(FIRST_LAYER),
  head: wholeNumber(1).withDefault(FIRST_HEAD),
  /** Of the first sentence, the one whose attention is shown alone. */
  piece: wholeNumber(0),
};

const load = createLoader(parsers);
const serialize = createSerializer(parsers);

/** What the page shows, as its address says it. */
export type EncoderState = inferParserType<typeof parsers>;

/** Never fails: what an address says wrongly counts as not said. */
export const readEncoderState = (params: Record<string, string | string[] | undefined>): EncoderState => load(params);

/** The address of a state, changed. @param part the part of the page that it leads to */
export const encoderHref = (state: Partial<EncoderState>, changes: Partial<EncoderState> = {}, part?: string): string => serialize("/encoder", { ...state, ...changes }) + (part ? `#${part}` : "");

/** The address of a picture of the first sentence. */
export function pictureAddress({ text, to }: Pick<EncoderState, "text" | "to">, of: "attention" | "vectors"): string {
  return `/api/v1/encoder/picture?${new URLSearchParams({ text: text ?? "", ...(to !== null && { to }), of }).toString()}`;
}
