import type { Tokenizer } from "@huggingface/tokenizers";

type Model = NonNullable<Tokenizer["model"]>;

interface TrieNode {
  is_leaf: boolean;
  children: Map<string, TrieNode>;
  /** Of the piece that ends here; found when the node is first met. */
  score?: number;
}

/** What the search needs of the library's unigram model; its types leave the class out. */
interface UnigramModel extends Model {
  scores: number[];
  unk_score: number;
  trie: { root: TrieNode };
  tokenize: (text: string) => string[];
}

const isUnigram = (model: Model): model is UnigramModel => "trie" in model && "scores" in model && "unk_score" in model && "tokenize" in model;

/** A piece that a text may be cut into; `before` begins where the best cut up to it goes on backwards. */
interface Cut {
  start: number;
  score: number;
  before: Cut | null;
}

/** Best cuts of a text, built from its beginning on. */
class Lattice {
  /** Cuts that end at each character, in the order of their pieces' beginnings. */
  private readonly endingAt: Cut[][];

  constructor(private readonly chars: readonly string[]) {
    this.endingAt = [[{ start: 0, score: 0, before: null }]];
    for (let end = 1; end <= chars.length; end++) this.endingAt.push([]);
  }

  /** Continues the best of the cuts that end at `start`: of equal ones the first. All of them have been added. */
  add(start: number, end: number, score: number): void {
    this.endingAt[end]?.push(this.best(start, score));
  }

  private best(start: number, score: number): Cut {
    const best: Cut = { start, score: -Infinity, before: null };
    for (const cut of this.endingAt[start] ?? []) {
      const sum = cut.score + score;
      if (sum > best.score) {
        best.score = sum;
        best.before = cut;
      }
    }
    return best;
  }

  /** The pieces of the best cut of the whole text. */
  pieces(): string[] {
    const pieces: string[] = [];
    let end = this.chars.length;
    for (let cut = this.best(end, 0).before; cut?.before; cut = cut.before) {
      pieces.push(this.chars.slice(cut.start, end).join(""));
      end = cut.start;
    }
    return pieces.reverse();
  }
}

/** Adds all pieces of the vocabulary that begin at `start`, and an unknown one where none has a single character. */
function addPieces(lattice: Lattice, chars: readonly string[], start: number, { trie, scores, tokens_to_ids, unk_score }: UnigramModel): void {
  let node: TrieNode | undefined = trie.root;
  let single = false;
  for (let end = start; end < chars.length; ) {
    node = node.children.get(chars[end++] ?? "");
    if (!node) break;
    if (!node.is_leaf) continue;
    node.score ??= scores[tokens_to_ids.get(chars.slice(start, end).join("")) ?? -1] ?? unk_score;
    lattice.add(start, end, node.score);
    single ||= end === start + 1;
  }
  if (!single) lattice.add(start, start + 1, unk_score);
}

const byteToken = (byte: number) => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;

/** An unknown piece as the tokens of its UTF-8 bytes, where the model has them all; other pieces as they are. */
function spellUnknown(piece: string, { tokens_to_ids }: UnigramModel): string[] {
  if (tokens_to_ids.has(piece)) return [piece];
  const bytes = Array.from(Buffer.from(piece), byteToken);
  return bytes.every((token) => tokens_to_ids.has(token)) ? bytes : [piece];
}

/**
 * Replaces the library's search for the best pieces by one that gives the same in about half the time: the library copies
 * the way back at every step. And where the model says so (byte_fallback), unknown characters become bytes, which the
 * library does for other kinds of models only. Leaves those as they are.
 */
export function replaceUnigramSearch({ model }: Tokenizer): void {
  if (!model || !isUnigram(model)) return;
  const { byte_fallback: spells } = model.config as { byte_fallback?: boolean };
  model.tokenize = (text) => {
    const chars = Array.from(text);
    const lattice = new Lattice(chars);
    for (let start = 0; start < chars.length; start++) addPieces(lattice, chars, start, model);
    const pieces = lattice.pieces();
    return spells ? pieces.flatMap((piece) => spellUnknown(piece, model)) : pieces;
  };
}
