import { z } from "zod";
import { fetchJson } from "@/lib/core/download/fetch-json";
import { AppError } from "@/lib/core/errors";
import { mendFor } from "./hub-mend";

/** A model on the hub, and how to reach it. */
export interface HubModel {
  id: string;
  /** A branch, a tag or a commit. */
  revision: string;
  endpoint: string;
  token: string | null;
}

/** A file of a repository: large ones are known by their SHA-256, small ones by their git SHA-1. */
export interface HubFile {
  path: string;
  bytes: number | null;
  sha256: string | null;
  gitBlob: string | null;
}

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));

const listing = z.object({
  sha: hex(40),
  siblings: z.array(
    z.object({
      rfilename: z.string().min(1),
      size: z.number().int().nonnegative().nullish(),
      blobId: hex(40).nullish(),
      lfs: z.object({ sha256: hex(64), size: z.number().int().nonnegative() }).nullish(),
    }),
  ),
});

export const authorization = ({ token }: HubModel): Record<string, string> => (token === null ? {} : { authorization: `Bearer ${token}` });

/**
 * The files of a model's revision, and the commit that it stands for.
 * @throws AppError `download_failed` telling apart what is gated, what is not there, and a hub that cannot be reached
 */
export async function listHubFiles(model: HubModel, { signal, pause }: { signal?: AbortSignal; pause?: number }): Promise<{ commit: string; files: HubFile[] }> {
  const url = `${model.endpoint}/api/models/${model.id}/revision/${encodeURIComponent(model.revision)}?blobs=true`;
  const answer = await fetchJson({ url, name: `The model ${model.id}`, headers: authorization(model), signal, pause, mend: (problem) => mendFor(model, problem) });
  const parsed = listing.safeParse(answer);
  if (!parsed.success) throw new AppError("download_failed", `The model ${model.id} could not be fetched from ${url} (the answer lists no files as the hub does). ${mendFor(model, { kind: "other-file" })}`, { field: "model", cause: parsed.error });
  const { sha, siblings } = parsed.data;
  return { commit: sha, files: siblings.map(toHubFile) };
}

function toHubFile({ rfilename, size, blobId, lfs }: z.infer<typeof listing>["siblings"][number]): HubFile {
  // The blob of a large file is the pointer to it.
  if (lfs) return { path: rfilename, bytes: lfs.size, sha256: lfs.sha256, gitBlob: null };
  return { path: rfilename, bytes: size ?? null, sha256: null, gitBlob: blobId ?? null };
}
