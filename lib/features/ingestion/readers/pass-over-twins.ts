import type { Member } from "./member";
import { plainNameOf } from "./plain-name";

/** The member whose captions `member` gives again, split into words (STAIR) or in their basic form (Flickr8k). */
function plainTwinOf({ path, recognition }: Member, members: Member[]): Member | undefined {
  const altered = recognition.format === "flickr" || (recognition.format === "coco" && recognition.tokenized);
  const plain = altered ? plainNameOf(path) : null;
  return members.find((other) => other.path === plain && other.recognition.format === recognition.format);
}

/** Passes over members that would store the captions of another one twice. */
export function passOverTwins(members: Member[]): Member[] {
  return members.map((member) => {
    const plain = plainTwinOf(member, members);
    if (!plain) return member;
    const how = member.recognition.format === "coco" ? "split into words" : "with their words in basic form";
    return { ...member, recognition: { format: null, reason: `it holds the captions of ${plain.path} again, ${how}.`, broken: false } };
  });
}
