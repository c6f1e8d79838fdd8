import { TokenParser, Tokenizer } from "@streamparser/json";

const MAX_DIGITS = 400;

/** Gives integers past 2^53 as bigint, so that ids keep every digit. */
export class ExactTokenizer extends Tokenizer {
  protected override parseNumber(text: string): number {
    const value = Number(text);
    if (Number.isSafeInteger(value) || text.length > MAX_DIGITS || !/^-?\d+$/.test(text)) return value;
    return BigInt(text) as unknown as number;
  }
}

/** JSON.parse for valid JSON, with integers past 2^53 as bigint. */
export function parseExactly(text: string): unknown {
  const tokenizer = new ExactTokenizer();
  const parser = new TokenParser({ paths: ["$"] });
  let result: unknown;
  tokenizer.onToken = (token) => parser.write(token);
  parser.onValue = ({ value }) => (result = value);
  tokenizer.write(text);
  return result;
}
