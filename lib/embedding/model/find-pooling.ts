import type { Pooling } from "../stored-model";
import { moduleList, poolingConfig } from "./config-files";
import { readConfig } from "./model-folder";

/** What a model's files say of how the vectors of tokens become that of the text. */
export type PoolingAdvice =
  | { kind: "known"; pooling: Pooling }
  /** They do not say. */
  | { kind: "unknown" }
  /** In a way that Kotomap does not have. */
  | { kind: "other"; name: string }
  /** And something computes on, such as a layer "Dense", that graphs of tokens lack. */
  | { kind: "more"; name: string };

const MODULES = new Set(["Transformer", "Pooling", "Normalize"]);
const MODES: Record<string, Pooling> = { mean: "mean", mean_tokens: "mean", cls: "cls", cls_token: "cls" };
const BOOLEAN_PREFIX = "pooling_mode_";

/** The modes that a pooling's file names, in either form. */
function listModes({ pooling_mode: named, ...members }: Record<string, unknown>): string[] {
  if (named) return [named].flat().map(String);
  return Object.entries(members).flatMap(([name, on]) => (name.startsWith(BOOLEAN_PREFIX) && on === true ? [name.slice(BOOLEAN_PREFIX.length)] : []));
}

/** @throws AppError `model_unavailable` where a file cannot be read */
export async function findPooling(folder: string): Promise<PoolingAdvice> {
  const modules = (await readConfig(folder, "modules.json", moduleList)) ?? [{ path: "1_Pooling", type: "Pooling" }];
  const kinds = modules.map(({ type }) => type.split(".").at(-1) ?? type);
  const unknown = kinds.find((kind) => !MODULES.has(kind));
  if (unknown !== undefined) return { kind: "more", name: unknown };
  const module = modules[kinds.indexOf("Pooling")];
  const config = module && (await readConfig(folder, `${module.path}/config.json`, poolingConfig));
  if (!config) return { kind: "unknown" };
  if (config.include_prompt === false) return { kind: "other", name: "without the prefix (include_prompt false)" };
  const [mode, ...others] = listModes(config);
  if (mode === undefined) return { kind: "unknown" };
  const pooling = Object.hasOwn(MODES, mode) ? MODES[mode] : undefined;
  return pooling && others.length === 0 ? { kind: "known", pooling } : { kind: "other", name: [mode, ...others].join(" + ") };
}
