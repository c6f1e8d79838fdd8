import { connect } from "./client";

/** Milliseconds that a connection which is just closing gets. */
const PATIENCE = 500;

/**
 * Whether another connection, of this process or another, has the database open, if only to read. One that is damaged cannot be.
 * Where none has, the database is left without a write-ahead log, all in one file; the next command or server starts a new log.
 */
export async function isOpenElsewhere(dataDir: string): Promise<boolean> {
  const db = connect(dataDir, PATIENCE);
  try {
    // Leaving write-ahead mode takes the file to itself, which every other connection keeps a share of.
    await db.$queryRawUnsafe("PRAGMA journal_mode = DELETE");
    return false;
  } catch (error) {
    if (/locked|busy|SocketTimeout/i.test(String(error))) return true;
    if (/not a database|malformed/i.test(String(error))) return false;
    throw error;
  } finally {
    await db.$disconnect();
  }
}
