import type { Database, Transaction } from "./client";
import type { StagedPart } from "./staging";

/** What a caption is found by: tokens with a space between them. */
export interface LexicalText {
  /** Its words of content, each by what its forms have in common. */
  stems: string;
  /** All that it is made of in its order, Japanese as single characters. */
  surface: string;
}

export type LexiconColumn = keyof LexicalText;

/** Captions filled in by one statement: between two, others get their turn. */
const STEP = 2_000;

/** Writes the words of staged captions that were merged, in the transaction that merged them. @param captionIds those that are new or have changed */
export async function saveWords(tx: Transaction, { jobId, part }: StagedPart, sourceId: number, captionIds: number[]): Promise<void> {
  if (captionIds.length === 0) return;
  await tx.$executeRaw`
    INSERT OR REPLACE INTO Lexicon (rowid, stems, surface)
    SELECT c.id, s.stems, s.surface FROM json_each(${JSON.stringify(captionIds)}) AS merged JOIN Caption AS c ON c.id = merged.value
    JOIN StagedCaption AS s ON s.jobId = ${jobId} AND s.part = ${part} AND s.externalId = c.externalId
    WHERE c.sourceId = ${sourceId}`;
}

/** Captions whose words are not written: those of a database from before there was a lexicon. */
export async function countCaptionsWithoutWords(db: Database): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`SELECT (SELECT count(*) FROM Caption) - (SELECT count(*) FROM Lexicon_docsize) AS count`;
  return Number(row?.count ?? 0);
}

/** Writes the words of captions that have none. May be stopped at any point, and run by several processes at once. @param onStep told how many it has read */
export async function fillLexicon(db: Database, read: (text: string) => LexicalText, onStep: (captions: number) => void): Promise<void> {
  for (let after = 0, done = 0; ; ) {
    const page = await db.$queryRaw<{ id: number; text: string; textHash: string }[]>`
      SELECT id, text, textHash FROM Caption AS c WHERE id > ${after} AND NOT EXISTS (SELECT 1 FROM Lexicon_docsize AS d WHERE d.id = c.id) ORDER BY id LIMIT ${STEP}`;
    const rows = page.map(({ id, text, textHash }) => {
      const { stems, surface } = read(text);
      return [id, textHash, stems, surface];
    });
    // A caption that has changed meanwhile has its words already.
    await db.$executeRaw`
      INSERT INTO Lexicon (rowid, stems, surface)
      SELECT value ->> 0, value ->> 2, value ->> 3 FROM json_each(${JSON.stringify(rows)}) JOIN Caption AS c ON c.id = value ->> 0 AND c.textHash = value ->> 1
      WHERE NOT EXISTS (SELECT 1 FROM Lexicon_docsize AS d WHERE d.id = value ->> 0)`;
    if (page.length > 0) onStep((done += page.length));
    if (page.length < STEP) return;
    after = page.at(-1)?.id ?? after;
  }
}

/** A query in FTS5's language that matches tokens which follow one another. @param tokens letters and digits only */
export const phraseIn = (column: LexiconColumn, tokens: readonly string[]): string => `${column}:"${tokens.join(" ")}"`;

/**
 * Ids of the captions that match, ascending, for each query.
 * @param queries in FTS5's language, as `phraseIn` writes them
 */
export async function findCaptionsWith(db: Database, queries: readonly string[]): Promise<Uint32Array[]> {
  if (queries.length === 0) return [];
  const rows = await db.$queryRaw<{ ids: string }[]>`
    SELECT (SELECT json_group_array(l.rowid) FROM Lexicon AS l WHERE Lexicon MATCH wanted.value) AS ids FROM json_each(${JSON.stringify(queries)}) AS wanted ORDER BY wanted.key`;
  return rows.map(({ ids }) => Uint32Array.from(JSON.parse(ids) as number[]));
}

/** All terms of a column, each with the number of captions that it occurs in, removed ones included. */
export async function listTerms(db: Database, column: LexiconColumn): Promise<[term: string, captions: number][]> {
  const [row] = await db.$queryRaw<{ terms: string }[]>`SELECT json_group_array(json_array(term, doc)) AS terms FROM LexiconVocabulary WHERE col = ${column}`;
  return JSON.parse(row?.terms ?? "[]") as [string, number][];
}
