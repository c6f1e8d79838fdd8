import { open, type FileHandle } from "node:fs/promises";
import { AppError, toAppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { saveUpload, type Upload } from "@/lib/database/uploads";
import { holdUpload } from "./hold-upload";
import { requireUpload } from "./read-upload";
import { readReceived, uploadFile } from "./upload-file";

interface Part {
  /** Where its bytes belong: the number of bytes that are there already. */
  offset: number;
  /** Its length, where the request tells. */
  length: number | null;
  body: AsyncIterable<Uint8Array>;
}

function checkPart(upload: Upload, received: number | null, { offset, length }: Part): void {
  if (received === null) throw new AppError("not_found", `The file of upload ${upload.id} is not there any more. Delete the upload and send the file anew.`);
  if (offset !== received) throw new AppError("conflict", `${received} bytes of upload ${upload.id} are there, but the part begins at ${offset}. Ask for the offset (HEAD) and go on from there.`, { field: "Upload-Offset" });
  if (length !== null && offset + length > upload.size) throw tooMuch(upload);
}

function tooMuch({ id, size }: Upload): AppError {
  return new AppError("invalid_parameter", `More than the ${size} bytes that upload ${id} was made for were sent. Make another upload with the size of the file.`, { field: "Upload-Length" });
}

/** A part that is too long leaves nothing; one that breaks off leaves what came. @returns bytes in the file */
async function writePart(file: FileHandle, upload: Upload, { offset, body }: Part): Promise<number> {
  let position = offset;
  for await (const bytes of body) {
    if (position + bytes.length > upload.size) {
      await file.truncate(offset);
      throw tooMuch(upload);
    }
    for (let from = 0; from < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, from, bytes.length - from, position);
      from += bytesWritten;
      position += bytesWritten;
    }
  }
  return position;
}

function toFailure(error: unknown, received: number, { id, size }: Upload): AppError {
  if (error instanceof AppError) return error;
  const kept = `${received} of ${size} bytes of upload ${id} are kept`;
  if (toAppError(error).code === "disk_full") return new AppError("disk_full", `The disk is full; ${kept}. Free some space, then send the rest.`, { cause: error });
  return new AppError("bad_input", `The part broke off; ${kept}. Ask for the offset (HEAD) and go on from there.`, { cause: error });
}

/**
 * Adds a part to an upload's file as it comes, without holding it in memory.
 * @returns bytes that are there now
 * @throws AppError `not_found`; `conflict` where another request sends to it, or the part does not begin where the file ends; `invalid_parameter`
 *   where there are more bytes than were promised; `bad_input` where the part broke off; `disk_full`
 */
export async function receiveUpload(db: Database, dataDir: string, id: string, part: Part): Promise<number> {
  return holdUpload(id, "received", async () => {
    const upload = await requireUpload(db, id);
    checkPart(upload, await readReceived(dataDir, upload), part);
    const file = await open(/* turbopackIgnore: true */ uploadFile(dataDir, upload), "r+");
    try {
      const received = await writePart(file, upload, part);
      const whole = received === upload.size;
      if (whole) await file.sync();
      await saveUpload(db, id, { received, ...(whole && { finishedAt: upload.finishedAt ?? new Date() }) });
      return received;
    } catch (error) {
      const { size: received } = await file.stat();
      await saveUpload(db, id, { received });
      throw toFailure(error, received, upload);
    } finally {
      await file.close();
    }
  });
}
