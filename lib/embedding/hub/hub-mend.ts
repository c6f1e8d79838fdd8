import type { DownloadProblem } from "@/lib/core/download/transfer-failure";
import type { HubModel } from "./hub-listing";

/** The hub says by this header what a 401, 403 or 404 is about; it answers 401 for models that do not exist. */
const reasonOf = (headers: Record<string, string | string[] | undefined>) => String(headers["x-error-code"] ?? "");

/** What to do where a model cannot be fetched, in sentences. */
export function mendFor({ id, revision, endpoint, token }: HubModel, problem: DownloadProblem): string {
  const folder = "A folder works too: --model /path/to/folder.";
  const page = `${endpoint}/${id}`;
  if (problem.kind === "no-answer") return `Where this machine is offline, fetch the model on another (its home is ${page}) and give its folder: --model /path/to/folder. HF_ENDPOINT names another hub.`;
  if (problem.kind === "other-file") return `This is not what the hub's list promises: run the command again later. ${folder}`;
  const { status, headers } = problem;
  const reason = reasonOf(headers);
  if (reason === "EntryNotFound") return `The hub lists this file and does not have it: run the command again later. ${folder}`;
  const missing = reason === "RepoNotFound" || (status === 404 && reason === "");
  if (reason === "RevisionNotFound") return `The model has no revision "${revision}": see ${page}. ${folder}`;
  if (missing) return `There is no such model, or it is private: check the name at ${page}${token === null ? "; for a private one set HF_TOKEN" : ""}. ${folder}`;
  if (status === 401 || status === 403) return `The model asks for consent or a login: accept its terms at ${page} and set HF_TOKEN to a token of yours from ${endpoint}/settings/tokens${token === null ? "" : " (the present one is not enough)"}. ${folder}`;
  return `Run the command again later. ${folder}`;
}
