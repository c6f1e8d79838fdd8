/** What a look into an uploaded file told; the whole file is checked by the ingest itself. */
export interface UploadCheck {
  /** Null where the file can be ingested; else what is wrong and what to do. */
  problem: string | null;
  members: {
    name: string;
    format: string;
    /** Captions looked at, and whether these are all. */
    captions: number;
    complete: boolean;
    languages: Record<string, number>;
    /** Where its image ids come from, as far as the file tells. */
    collection: string | null;
    /** The first few. */
    examples: { image: string; language: string | null; text: string }[];
  }[];
}

export type UploadState = "receiving" | "checking" | "usable" | "unusable" | "ingested";

export interface UploadView {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  received: number;
  state: UploadState;
  check: UploadCheck | null;
  /** The ingest that was made of it. */
  jobId: number | null;
  createdBy: string;
  createdAt: string;
}
