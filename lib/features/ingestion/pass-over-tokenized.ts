import type { SkippedMember } from "./caption-file";
import { plainNameOf } from "./readers/plain-name";
import type { StagedFile } from "./stage-file";

/** Leaves out files that give the captions of another one of `staged` again, split into words. */
export function passOverTokenized(staged: StagedFile[]): { files: StagedFile[]; repeated: SkippedMember[] } {
  const plainTwinOf = ({ name, info }: StagedFile) => (info.tokenized ? staged.find((other) => other.name === plainNameOf(name) && !other.info.tokenized) : undefined);
  const repeated = staged.flatMap((file) => {
    const plain = plainTwinOf(file);
    return plain ? [{ name: file.label, reason: `it holds the captions of ${plain.label} again, split into words.` }] : [];
  });
  return { files: staged.filter((file) => !plainTwinOf(file)), repeated };
}
