import type { ErrorCode } from "./errors";

interface SystemFault {
  code: ErrorCode;
  message: string;
}

/** What the operating system or SQLite refused: its own word for it, and the file where one is named. */
interface Refusal {
  word: string;
  path: string | null;
}

const ELSEWHERE = "set KOTOMAP_DATA_DIR to another folder";

/** By the beginning of the word: SQLite puts the particulars behind it (SQLITE_READONLY_DIRECTORY). */
const FAULTS: { words: string[]; code: ErrorCode; tell: (refusal: Refusal) => string }[] = [
  {
    words: ["ENOSPC", "EDQUOT", "SQLITE_FULL"],
    code: "disk_full",
    tell: () => "The disk is full. Free some space, or set KOTOMAP_DATA_DIR to a folder on another disk, and run the same command again: it goes on where it stopped.",
  },
  {
    words: ["SQLITE_BUSY"],
    code: "database_busy",
    tell: () => "Another process has kept the database locked for half a minute. Wait until it is done (an ingest that stores a large file, a backup), or stop it; then try again.",
  },
  {
    words: ["SQLITE_READONLY"],
    code: "not_permitted",
    tell: ({ word }) => `The database cannot be written (${word}). Give this user the right to write in the data folder, mount its disk for writing, or ${ELSEWHERE}.`,
  },
  {
    words: ["EROFS", "EACCES", "EPERM"],
    code: "not_permitted",
    tell: ({ word, path }) => `${path ?? "A file"} cannot be opened or written (${word}). Give this user the right to it${word === "EROFS" ? " and mount its disk for writing" : ""}; where it is the data folder, you may also ${ELSEWHERE}.`,
  },
  {
    words: ["SQLITE_CORRUPT", "SQLITE_NOTADB"],
    code: "database_damaged",
    tell: ({ word }) => `The database kotomap.db in the data folder is damaged (${word}). Stop the server and put the last backup in its place: npm run restore -- FILE`,
  },
  {
    words: ["SQLITE_CANTOPEN", "SQLITE_IOERR"],
    code: "database_unavailable",
    tell: ({ word }) => `The database kotomap.db cannot be reached (${word}). See that the data folder is there, that this user may read and write it, and that its disk works; or ${ELSEWHERE}.`,
  },
];

const faultOf = (word: string) => FAULTS.find(({ words }) => words.some((known) => word.startsWith(known)));

const textAt = (value: object, key: string): string | null => {
  const text = (value as Record<string, unknown>)[key];
  return typeof text === "string" ? text : null;
};

/** An error, its causes, and what Prisma's driver reported to it. */
function* reasons(error: unknown): Generator<object> {
  if (typeof error !== "object" || error === null) return;
  yield error;
  if ("meta" in error && typeof error.meta === "object" && error.meta !== null && "driverAdapterError" in error.meta) yield* reasons(error.meta.driverAdapterError);
  if ("cause" in error) yield* reasons(error.cause);
}

function refusalOf(reason: object): Refusal | null {
  const message = textAt(reason, "message") ?? "";
  if (/database or disk is full|ENOSPC/.test(message)) return { word: "ENOSPC", path: null };
  // Prisma's word for a transaction that did not get its turn.
  if (textAt(reason, "code") === "P2028" && message.includes("Unable to start a transaction")) return { word: "SQLITE_BUSY", path: null };
  const word = [textAt(reason, "originalCode"), textAt(reason, "code")].find((code) => code !== null && faultOf(code));
  return word ? { word, path: textAt(reason, "path") } : null;
}

/** What disk, file rights or database refused, wherever in the chain of causes it stands; null for anything else. */
export function findSystemFault(error: unknown): SystemFault | null {
  for (const reason of reasons(error)) {
    const refusal = refusalOf(reason);
    const fault = refusal && faultOf(refusal.word);
    if (fault) return { code: fault.code, message: fault.tell(refusal) };
  }
  return null;
}
