import type { DeviceWish } from "@/lib/core/devices";
import type { KnownModel } from "@/lib/features/models/list-models";
import { hnswBounds } from "@/lib/features/reindexing/hnsw-bounds";
import type { ReindexRequest, Selection, Swap } from "@/lib/features/reindexing/reindex-types";

/** What stands in the form. Texts that are empty leave things as they are in the active generation. */
export interface FormValues {
  /** A KnownModel by its key; AS_ACTIVE; or OTHER, which `custom` names. */
  model: string;
  custom: string;
  queryPrefix: string;
  documentPrefix: string;
  maxTokens: string;
  pooling: "" | "mean" | "cls";
  dimensions: string;
  m: string;
  efConstruction: string;
  ef: string;
  /** Null: all. */
  languages: string[] | null;
  collections: string[] | null;
  device: DeviceWish;
  full: boolean;
  force: boolean;
  swap: Swap;
}

export const AS_ACTIVE = "";
export const OTHER = "other";

/** Models of one reference may be read in different ways. */
export const keyOf = ({ reference, sha256 }: KnownModel): string => `${sha256 ?? "new"} ${reference}`;

export function emptyForm(hasActive: boolean, bundled: KnownModel | undefined, selection: Selection): FormValues {
  return {
    model: hasActive || !bundled ? AS_ACTIVE : keyOf(bundled),
    custom: "", queryPrefix: "", documentPrefix: "", maxTokens: "", pooling: "",
    dimensions: "", m: "", efConstruction: "", ef: "",
    languages: selection.languages, collections: selection.collections,
    device: "auto", full: false, force: false, swap: "beside",
  };
}

/** A model is chosen with what was said of it the last time it was used. */
export function chooseModel(values: FormValues, key: string, models: KnownModel[]): FormValues {
  const { queryPrefix = "", documentPrefix = "", maxTokens, pooling = "" } = models.find((model) => keyOf(model) === key)?.settings ?? {};
  return { ...values, model: key, queryPrefix, documentPrefix, maxTokens: maxTokens === undefined ? "" : String(maxTokens), pooling, dimensions: "" };
}

/** A key of the messages, with what stands in it. */
export type Fault = { fault: "needed" | "chooseOne" | "wholeNumber" } | { fault: "outOfBounds"; least: number; most: number };
export type Faults = Partial<Record<keyof FormValues, Fault>>;

const numbers = ["dimensions", "m", "efConstruction", "ef", "maxTokens"] as const;
const MOST = 1e6;

/** Digits of Japanese input methods count as digits. */
const plain = (text: string) => text.normalize("NFKC").trim();

function faultOfNumber(name: (typeof numbers)[number], text: string): Fault | null {
  if (text === "") return null;
  if (!/^\d+$/.test(text)) return { fault: "wholeNumber" };
  const [least, most] = name in hnswBounds ? hnswBounds[name as keyof typeof hnswBounds] : [1, MOST];
  return Number(text) < least || Number(text) > most ? { fault: "outOfBounds", least, most } : null;
}

/** What stands in the form and cannot be asked for. */
export function findFaults(values: FormValues): Faults {
  const faults: Faults = {};
  if (values.model === OTHER && values.custom.trim() === "") faults.custom = { fault: "needed" };
  for (const name of numbers) {
    const fault = faultOfNumber(name, plain(values[name]));
    if (fault) faults[name] = fault;
  }
  for (const name of ["languages", "collections"] as const) if (values[name]?.length === 0) faults[name] = { fault: "chooseOne" };
  return faults;
}

/** Without members that are undefined; undefined where none is left. */
function given<T extends object>(members: T): T | undefined {
  const kept = Object.entries(members).filter(([, value]) => value !== undefined);
  return kept.length > 0 ? (Object.fromEntries(kept) as T) : undefined;
}

const numberOf = (text: string) => (plain(text) === "" ? undefined : Number(plain(text)));
const same = (a: string[] | null, b: string[] | null) => JSON.stringify(a && [...a].sort()) === JSON.stringify(b && [...b].sort());

function modelOf({ model, custom }: FormValues, models: KnownModel[]): string | undefined {
  return model === OTHER ? custom.trim() : models.find((known) => keyOf(known) === model)?.reference;
}

/** The request that the form stands for. Only what differs from the active generation is in it. @param values without faults */
export function toRequest(values: FormValues, models: KnownModel[], active: Selection): ReindexRequest {
  const { queryPrefix, documentPrefix, pooling, languages, collections, device, full, force, swap } = values;
  const settings = given({ queryPrefix: queryPrefix || undefined, documentPrefix: documentPrefix || undefined, pooling: pooling || undefined, maxTokens: numberOf(values.maxTokens) });
  return (
    given({
      encoder: given({ model: modelOf(values, models), settings, dimensions: numberOf(values.dimensions), device: device === "auto" ? undefined : device }),
      hnsw: given({ m: numberOf(values.m), efConstruction: numberOf(values.efConstruction), ef: numberOf(values.ef) }),
      selection: given({ languages: same(languages, active.languages) ? undefined : languages, collections: same(collections, active.collections) ? undefined : collections }),
      full: full || undefined,
      force: force || undefined,
      swap: swap === "pause" ? swap : undefined,
    }) ?? {}
  );
}
