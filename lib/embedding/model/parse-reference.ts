import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { isModelId } from "../hub/model-id";
import { MAIN_REVISION, type ModelReference } from "./model-reference";

const hubName = /^(?<id>[^@]+)(?:@(?<revision>[\w-][\w./-]*))?$/u;
const folderName = /^[\w-][\w.-]*$/u;
const looksLikePath = /^(?:[./~]|[A-Za-z]:[\\/])/u;

const ways = "Give the name of a model that comes with Kotomap (kotomap-ja-en-v1), a Hugging Face model (owner/name or owner/name@revision), or a folder (./name)";

function refuse(text: string, fault: string): AppError {
  return new AppError("invalid_parameter", `The model ${JSON.stringify(text)} ${fault}. ${ways}.`, { field: "model" });
}

async function kindOf(place: string): Promise<"folder" | "file" | null> {
  const stat = await fs.stat(/* turbopackIgnore: true */ place).catch(() => null);
  if (!stat) return null;
  return stat.isDirectory() ? "folder" : "file";
}

/**
 * The model that a person names: an existing folder, a folder of `modelsDir`, or owner/name of the hub, in this order.
 * @throws AppError `invalid_parameter` naming the three ways
 */
export async function parseModelReference(text: string, { modelsDir }: { modelsDir: string }): Promise<ModelReference> {
  const name = text.trim();
  const place = path.resolve(/* turbopackIgnore: true */ name.replace(/^~(?=\/|$)/u, os.homedir()));
  const kind = name === "" ? null : await kindOf(place);
  if (kind === "folder") return { kind: "folder", path: place };
  if (kind === "file") throw refuse(text, "is a file, and a model is a folder");
  if (looksLikePath.test(name)) throw refuse(text, `is no folder (${place} does not exist)`);
  if (folderName.test(name) && (await kindOf(path.join(/* turbopackIgnore: true */ modelsDir, name))) === "folder") return { kind: "bundled", id: name };
  const { id, revision = MAIN_REVISION } = hubName.exec(name)?.groups ?? {};
  if (id === undefined || !isModelId(id)) throw refuse(text, "is not known");
  return { kind: "hub", id, revision };
}
