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
  generations: { id: string; state: string; faults: Fault[] }[];
  /** Vectors that are not of the length of their model's. */
  embeddings: { model: string; count: number; mend: string }[];
  /** What SQLite says of its file. */
  database: Fault[];
  seconds: number;
}
