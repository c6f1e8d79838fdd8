import { AppError } from "@/lib/core/errors";
import type { BadRecord, BadRecordReason } from "./caption-file";
import type { SkippedRecords } from "./ingest-types";

/** How many records of each kind are quoted. */
export const EXAMPLES = 3;

/** Counts what was passed over, with a few examples of each kind. */
export class BadRecords {
  private readonly kinds = new Map<BadRecordReason, SkippedRecords>();

  add({ reason, record, detail }: BadRecord): void {
    const kind = this.kind(reason);
    kind.count++;
    if (kind.examples.length < EXAMPLES) kind.examples.push({ record, detail });
  }

  addMany(reason: BadRecordReason, count: number, examples: SkippedRecords["examples"]): void {
    if (count === 0) return;
    const kind = this.kind(reason);
    kind.count += count;
    kind.examples.push(...examples.slice(0, EXAMPLES - kind.examples.length));
  }

  get count(): number {
    return this.list().reduce((sum, { count }) => sum + count, 0);
  }

  list(): SkippedRecords[] {
    return [...this.kinds.values()];
  }

  /** @throws AppError `bad_input` where more than the allowed share (0 … 1) of `records` was bad */
  check(label: string, records: number, maxShare: number): void {
    if (records === 0 || this.count / records <= maxShare) return;
    const reasons = this.list().map(({ reason, count, examples }) => `${count} × ${reason.replaceAll("_", " ")} (record ${examples.map(({ record, detail }) => `${record}: ${detail}`).join("; ")})`);
    const share = (value: number) => `${Number((value * 100).toPrecision(3))} %`;
    throw new AppError(
      "bad_input",
      `${label}: ${this.count} of ${records} records cannot be used (${share(this.count / records)}; at most ${share(maxShare)} is allowed): ${reasons.join(", ")}. Mend the file, or allow more with --max-bad.`,
    );
  }

  private kind(reason: BadRecordReason): SkippedRecords {
    const kind = this.kinds.get(reason) ?? { reason, count: 0, examples: [] };
    this.kinds.set(reason, kind);
    return kind;
  }
}
