import { Upload } from "tus-js-client";
import type { UploadView } from "@/lib/features/uploads/upload-types";
import { ENDPOINT, idOf } from "./transfer";

export const isUnfinished = ({ state, received, size }: UploadView): boolean => state === "receiving" && received < size;

/**
 * The unfinished upload that a file goes on with: one that this browser began, which remembers the file with the time of its last change.
 * Another file of the same name and size, or one that has changed since, would be joined to the beginning of this one.
 */
export async function findEarlier(file: File, uploads: UploadView[]): Promise<UploadView | null> {
  const known = await new Upload(file, { endpoint: ENDPOINT }).findPreviousUploads();
  const own = new Set(known.map(({ uploadUrl }) => idOf(uploadUrl)));
  return uploads.filter(isUnfinished).find(({ id }) => own.has(id)) ?? null;
}
