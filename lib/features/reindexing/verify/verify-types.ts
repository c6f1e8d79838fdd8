import { z } from "zod";

/** It takes none: everything that is kept is looked at. */
export const verifyParameters = z.strictObject({});

/** Something that is not as it was written, and what to do. */
export interface Fault {
  fault: string;
  mend: string;
}

/** What a look at everything that is kept told. */
export interface VerifySummary {
  ok: boolean;
  /** Faults of a generation's layouts stand among its own. */
  generations: { id: string; state: string; faults: Fault[] }[];
  /** Vectors that no index can hold: of a wrong length, or with values that are no numbers. */
  embeddings: { model: string; count: number; mend: string }[];
  /** What SQLite says of its file. */
  database: Fault[];
  seconds: number;
}
