/** What a tokenizer reads of a text, without white space, as UTF-8, and where each byte comes from. */
interface ReadText {
  bytes: Buffer;
  /** Of each byte, in UTF-16 units of the text: where its character begins, and where that ends. */
  starts: number[];
  ends: number[];
  length: number;
}

/** A place in a text, in UTF-16 units, `end` excluded. */
export interface Place {
  start: number;
  end: number;
}

/** What of a text a piece stands for, as UTF-8 without white space: nothing for special pieces; null where that is not known. */
export type PieceBytes = Buffer | null;

/** As readers of a text see characters: か with its mark, ｶ with ﾞ, an emoji with its skin. No normalisation joins two of them. */
const characters = new Intl.Segmenter("und", { granularity: "grapheme" });

const withoutSpace = (text: string) => text.replace(/\s+/gu, "");

function readText(text: string, normalise: (text: string) => string): ReadText {
  const read: Buffer[] = [];
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const { segment, index } of characters.segment(text)) {
    const bytes = Buffer.from(withoutSpace(normalise(segment)));
    read.push(bytes);
    for (let i = 0; i < bytes.length; i++) {
      starts.push(index);
      ends.push(index + segment.length);
    }
  }
  return { bytes: Buffer.concat(read), starts, ends, length: text.length };
}

function placeOf({ starts, ends, length }: ReadText, from: number, to: number): Place {
  const start = starts[from] ?? length;
  return { start, end: to > from ? (ends[to - 1] ?? length) : start };
}

const startsWith = (bytes: Buffer, part: Buffer, at: number) => bytes.compare(part, 0, part.length, at, Math.min(at + part.length, bytes.length)) === 0;

/** The next piece that is found again, from `first` on, and where; none where there is no such. */
function findAgain(bytes: Buffer, pieces: readonly PieceBytes[], first: number, from: number): { index: number; at: number } | null {
  for (let index = first; index < pieces.length; index++) {
    const piece = pieces[index];
    const at = piece && piece.length > 0 ? bytes.indexOf(piece, from) : -1;
    if (at >= 0) return { index, at };
  }
  return null;
}

/**
 * Where the pieces of a text stand in it. White space counts for nothing, as tokenizers write it, fold it and drop it in ways of their own. Pieces that are not what the text reads next, such as unknown ones, have the place of all
 * up to the next one that is; those that stand for nothing have an empty place.
 * @param normalise one character as the tokenizer reads it
 */
export function placePieces(text: string, pieces: readonly PieceBytes[], normalise: (character: string) => string): Place[] {
  const read = readText(text, normalise);
  const places: Place[] = [];
  let at = 0;
  while (places.length < pieces.length) {
    const piece = pieces[places.length];
    if (piece && startsWith(read.bytes, piece, at)) places.push(placeOf(read, at, (at += piece.length)));
    else at = placeGap(read, pieces, places, at);
  }
  return places;
}

/** Places the pieces up to the next one that is found again. @returns where that stands */
function placeGap(read: ReadText, pieces: readonly PieceBytes[], places: Place[], at: number): number {
  const next = findAgain(read.bytes, pieces, places.length, at) ?? { index: pieces.length, at: read.bytes.length };
  const [gap, after] = [placeOf(read, at, next.at), placeOf(read, next.at, next.at)];
  while (places.length < next.index) places.push(pieces[places.length]?.length === 0 ? after : gap);
  return next.at;
}
