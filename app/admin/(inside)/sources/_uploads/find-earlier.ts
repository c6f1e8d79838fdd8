import { defaultOptions, Upload } from "tus-js-client";
import type { UploadView } from "@/lib/features/uploads/upload-types";
import { ENDPOINT, idOf } from "./transfer";

export const isUnfinished = ({ state, received, size }: UploadView): boolean => state === "receiving" && received < size;

/**
 * The unfinished upload that a file goes on with. This browser remembers the files that it sent, with the time of their last change;
 * what another one sent is told by name and size.
 */
export async function findEarlier(file: File, uploads: UploadView[]): Promise<UploadView | null> {
  const unfinished = uploads.filter(isUnfinished);
  const known = await new Upload(file, { endpoint: ENDPOINT }).findPreviousUploads();
  const own = new Set(known.map(({ uploadUrl }) => idOf(uploadUrl)));
  const sent = unfinished.find(({ id }) => own.has(id));
  if (sent) return sent;
  // Sent from here, but as another file: this one has changed since.
  const others = new Set((await defaultOptions.urlStorage.findAllUploads()).map(({ uploadUrl }) => idOf(uploadUrl)));
  return unfinished.find(({ id, name, size }) => name === file.name && size === file.size && !others.has(id)) ?? null;
}
