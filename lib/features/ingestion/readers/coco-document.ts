import { TokenParser, TokenType } from "@streamparser/json";
import { AppError } from "@/lib/core/errors";
import { ExactTokenizer } from "./exact-json";
import { MAX_RECORD_BYTES } from "./read-limits";

/** "cut off": well-formed so far and ends too early; "too long": an entry past MAX_RECORD_BYTES. */
export type JsonFaultKind = "invalid" | "cut off" | "too long";

/** Where a JSON document stops being one that can be read. */
export class JsonFault extends Error {
  constructor(
    message: string,
    readonly byte: number,
    readonly kind: JsonFaultKind,
  ) {
    super(message);
  }
}

/** Called for each entry as it is completed, in file order. */
export interface CocoEvents {
  onInfo?(value: unknown): void;
  onLicence?(value: unknown): void;
  onImage?(value: unknown): void;
  onAnnotation?(value: unknown): void;
  /** The name that a Karpathy split gives its data set. */
  onDataset?(value: unknown): void;
}

const { STRING, COLON, LEFT_BRACE, LEFT_BRACKET, RIGHT_BRACE, RIGHT_BRACKET } = TokenType;
const MAX_DEPTH = 64;
const MAX_KEYS = 50;

/** Reads a COCO JSON object, or a Karpathy split, piece by piece; memory holds one entry at a time. */
export class CocoDocument {
  /** The keys of the object so far, in order. */
  readonly keys: string[] = [];
  /** Those of them that hold lists. */
  readonly lists = new Set<string>();
  private readonly tokenizer = new ExactTokenizer({ stringBufferSize: 4096, numberBufferSize: 64 });
  private readonly parser = new TokenParser({ paths: ["$.annotations.*", "$.images.*", "$.licenses.*", "$.info", "$.dataset"], keepStack: false });
  private depth = 0;
  /** The key being read. */
  key = "";
  private lastText = "";
  private fed = 0;
  private tokenAt = 0;
  private entryAt = 0;

  constructor(events: CocoEvents) {
    this.tokenizer.onToken = (found) => {
      this.follow(found.token, found.value, found.offset);
      this.parser.write(found);
    };
    this.parser.onValue = ({ value, key, stack }) => {
      const list = stack[1]?.key;
      if (list === undefined && key === "info") events.onInfo?.(value);
      else if (list === undefined) events.onDataset?.(value);
      else if (typeof key !== "number") return;
      else if (list === "annotations") events.onAnnotation?.(value);
      else if (list === "images") events.onImage?.(value);
      else events.onLicence?.(value);
    };
    this.parser.onEnd = () => this.tokenizer.end();
  }

  /** @throws JsonFault where the bytes are not JSON */
  write(bytes: Buffer): void {
    this.guard(() => this.tokenizer.write(bytes));
    this.fed += bytes.length;
    if (this.fed - this.entryAt > MAX_RECORD_BYTES) throw new JsonFault(`one entry, or the blanks before it, is longer than ${MAX_RECORD_BYTES / 1e6} MB`, this.entryAt, "too long");
  }

  /** @throws JsonFault where the document is not complete */
  end(): void {
    if (!this.parser.isEnded) throw new JsonFault("it ends in the middle", this.fed, "cut off");
  }

  private follow(token: TokenType, value: unknown, offset: number): void {
    this.tokenAt = offset;
    if (token === LEFT_BRACE || token === LEFT_BRACKET) this.open(token);
    else if (token === RIGHT_BRACE || token === RIGHT_BRACKET) this.depth -= 1;
    if (this.depth > 2) return;
    this.entryAt = offset;
    if (token === STRING) this.lastText = String(value);
    else if (token === COLON && this.depth === 1) this.noteKey();
  }

  private noteKey(): void {
    this.key = this.lastText;
    if (this.keys.length < MAX_KEYS) this.keys.push(this.key);
  }

  private open(token: TokenType): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new JsonFault(`it is nested more than ${MAX_DEPTH} deep`, this.tokenAt, "invalid");
    if (this.depth === 2 && token === LEFT_BRACKET) this.lists.add(this.key);
  }

  private guard(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (error instanceof JsonFault || error instanceof AppError || !(error instanceof Error)) throw error;
      const position = /absolute position "(\d+)"/.exec(error.message)?.[1];
      const what = error instanceof TypeError ? "invalid UTF-8" : (error.message.split(" at chunk")[0] ?? "");
      throw new JsonFault(what, position ? Number(position) : this.tokenAt, "invalid");
    }
  }
}
