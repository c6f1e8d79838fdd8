import path from "node:path";
import type { ReadLimits } from "../caption-file";
import { decompress } from "./decompress";
import { readImageList, type ImageList } from "./image-list";
import { missingImages, readLineFileName, splitKey, type LineFileName } from "./line-file-name";
import type { Member } from "./member";

interface LineFile {
  member: Member;
  name: LineFileName;
}

const passedOver = (member: Member, reason: string): Member => ({ ...member, recognition: { format: null, reason, broken: false } });

function lineFileOf(member: Member): LineFile | null {
  const { recognition } = member;
  if (recognition.format !== null || recognition.broken || recognition.kind === "image list") return null;
  const name = readLineFileName(member.path);
  return name && { member, name };
}

async function readLists(members: Member[]): Promise<ImageList[]> {
  const lists: ImageList[] = [];
  for (const member of members) {
    if (member.recognition.format !== null || member.recognition.kind !== "image list") continue;
    const list = await readImageList(member.open(), member.path);
    if (list) lists.push(list);
  }
  return lists;
}

function commonFolders(one: string, other: string): number {
  const folders = path.posix.dirname(other).split("/");
  const differs = path.posix.dirname(one).split("/").findIndex((folder, depth) => folder !== folders[depth]);
  return differs < 0 ? folders.length : differs;
}

/** The list of a file's split, the nearest where several folders have one. */
function listFor({ member, name }: LineFile, lists: ImageList[]): ImageList | undefined {
  const ofSplit = lists.filter((list) => splitKey(path.posix.parse(list.path).name) === splitKey(name.split));
  return ofSplit.sort((a, b) => commonFolders(member.path, b.path) - commonFolders(member.path, a.path))[0];
}

const taskFolder = (filePath: string) => path.posix.dirname(path.posix.dirname(filePath));
const captionsKey = ({ member, name }: LineFile) => [taskFolder(member.path), splitKey(name.split), name.number, name.language].join("\0");

/** Why the captions of `file` would be stored twice; null where they would not. */
function repetition(file: LineFile, files: LineFile[]): string | null {
  const same = files.filter((other) => captionsKey(other) === captionsKey(file));
  const kept = same.find(({ name }) => !name.altered) ?? same[0];
  if (kept && kept !== file) return `it holds captions of ${path.posix.dirname(kept.member.path)} again${file.name.altered ? ", altered (lower case, split into words)" : ""}.`;
  // The English sentences that were translated are one of the five that each image has.
  const five = files.filter(({ name }) => name.language === "en" && name.number !== null && !name.altered && splitKey(name.split) === splitKey(file.name.split));
  if (file.name.language !== "en" || file.name.number !== null || five.length < 5) return null;
  return `it holds one of the five English captions of each image again that stand in ${path.posix.dirname(five[0]?.member.path ?? "")}.`;
}

function asCaptions({ member, name }: LineFile, images: ImageList, limits: ReadLimits): Member {
  const packed = member.recognition.format === null && member.recognition.kind === "gzip";
  const recognition = { format: "lines" as const, images, language: name.language };
  if (!packed) return { ...member, recognition };
  return { ...member, path: member.path.replace(/\.gz$/i, ""), recognition, open: () => decompress(member.open(), "gzip", member.label, limits) };
}

/**
 * Makes caption files of the members of an archive that hold captions line by line, as Multi30k's do, where it holds the
 * list of their images too. Captions that would stand twice are passed over.
 */
export async function pairLines(members: Member[], limits: ReadLimits): Promise<Member[]> {
  const files = members.map(lineFileOf).filter((file) => file !== null);
  if (files.length === 0) return members;
  const lists = await readLists(members);
  return members.map((member) => {
    const file = files.find((one) => one.member === member);
    if (!file) return member;
    const list = listFor(file, lists);
    if (!list) return passedOver(member, missingImages(file.name.split));
    const repeated = repetition(file, files);
    return repeated ? passedOver(member, repeated) : asCaptions(file, list, limits);
  });
}
