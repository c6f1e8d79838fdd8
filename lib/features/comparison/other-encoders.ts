import fs from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { processSingleton } from "@/lib/core/process-singleton";
import { cutRows } from "@/lib/core/vector";
import type { Database } from "@/lib/database/client";
import { listModels } from "@/lib/database/models";
import type { TextKind } from "@/lib/embedding/embedder";
import { openModel } from "@/lib/embedding/model/open-model";
import type { StoredModel } from "@/lib/embedding/stored-model";
import { readSavedModel } from "@/lib/features/models/saved-model";
import { type Serving, searchEngine } from "@/lib/features/serving/search-engine";
import { shorterLengths } from "./comparison-request";
import { SecondEncoderShelf, type SecondVectors } from "./second-encoder-shelf";

const shelf = () => processSingleton("second encoder shelf", () => new SecondEncoderShelf());

/** An encoder that the one of the searches may be compared with. */
export interface OtherEncoder {
  /** As `other` takes it. */
  id: string;
  name: string;
}

interface KnownEncoder extends OtherEncoder {
  open: () => Promise<StoredModel>;
}

/** Digits of a model's SHA-256 that it is named by. */
const DIGITS = 12;

/** Encoders that have embedded captions here, with the settings that they did it with. */
async function embeddedBefore(db: Database, inUse: string): Promise<KnownEncoder[]> {
  const rows = await listModels(db);
  return rows.filter(({ sha256 }) => sha256 !== inUse).reverse().map((row) => ({
    id: row.sha256.slice(0, DIGITS),
    name: row.name,
    open: () => {
      const { reference, settings } = readSavedModel(row);
      return openModel(reference, settings, readEnv());
    },
  }));
}

/** Encoders that lie in the folder of models, with the settings that their files give. */
async function inModelsFolder(): Promise<KnownEncoder[]> {
  const folders = readEnv();
  const entries = await fs.readdir(/* turbopackIgnore: true */ folders.modelsDir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() && /^[\w-][\w.-]{0,99}$/u.test(entry.name)).map(({ name }) => name);
  return Promise.all(names.map(async (name): Promise<KnownEncoder> => {
    const folder = path.join(/* turbopackIgnore: true */ folders.modelsDir, name);
    const exported = await fs.stat(/* turbopackIgnore: true */ path.join(/* turbopackIgnore: true */ folder, "config.json")).then(() => true, () => false);
    return { id: name, name, open: () => openModel(exported ? { kind: "folder", path: folder } : { kind: "bundled", id: name }, {}, folders) };
  }));
}

async function knownEncoders(db: Database, inUse: { name: string; sha256: string }): Promise<KnownEncoder[]> {
  const embedded = await embeddedBefore(db, inUse.sha256);
  const names = new Set([inUse.name, ...embedded.map(({ name }) => name)]);
  return [...embedded, ...(await inModelsFolder()).filter(({ name }) => !names.has(name))];
}

/** Encoders on this machine beside that of the searches; the latest that embedded first. */
export function listOtherEncoders(): Promise<OtherEncoder[]> {
  return searchEngine().use(async ({ db, embedder }) => (await knownEncoders(db, embedder.model)).map(({ id, name }) => ({ id, name })));
}

const isLength = (other: string): boolean => (shorterLengths as readonly string[]).includes(other);

/**
 * Vectors of texts by another encoder: that of the searches, cut to 64, 128 or 256 values, or one that is opened for it.
 * @param vectors of that of the searches, texts × dimensions
 * @throws AppError `not_found` for an encoder that is not there, `invalid_parameter` for vectors that are no longer than that; as SecondEncoderShelf.embed
 */
export async function embedByOther({ db, embedder }: Pick<Serving, "db" | "embedder">, other: string, texts: readonly string[], own: { vectors: Float32Array; dimensions: number }, kind: TextKind, signal?: AbortSignal): Promise<SecondVectors> {
  if (isLength(other)) {
    const length = Number(other);
    if (length >= own.dimensions) throw new AppError("invalid_parameter", `The encoder's vectors have ${own.dimensions} values: they cannot be cut to ${length}.`, { field: "other" });
    return { name: embedder.model.name, dimensions: length, vectors: cutRows(own.vectors, own.dimensions, length) };
  }
  const found = (await knownEncoders(db, embedder.model)).find(({ id }) => id === other);
  if (!found) throw new AppError("not_found", `There is no encoder ${other} here. GET /api/v1/compare/encoders lists those that are.`, { field: "other" });
  return shelf().embed({ sha256: found.id, open: found.open }, texts, kind, signal);
}
