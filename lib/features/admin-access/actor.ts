/** Who does something that is recorded. */
export interface Actor {
  kind: "command line" | "session" | "token";
  /** For people and records: "command line", "admin", "token lecture-script". */
  name: string;
  /** Of the client; null on the command line. */
  address: string | null;
}

/** Whoever may run commands on the data folder. */
export const COMMAND_LINE: Actor = { kind: "command line", name: "command line", address: null };
