import path from "node:path";
import { z } from "zod";
import { AppError } from "./errors";

const onOff = z.enum(["on", "off"]);

/** A base address, kept without a slash at its end. */
const webAddress = z.url({ protocol: /^https?$/, error: "give an address that begins with http:// or https://" }).transform((url) => url.replace(/\/+$/, ""));

const schema = z.object({
  /** Where the database, the index generations and downloads live. */
  KOTOMAP_DATA_DIR: z.string().min(1).default("data"),
  /** Where the bundled encoder lives. */
  KOTOMAP_MODELS_DIR: z.string().min(1).default("models"),
  /** Takes the place of the authors' sites for `ingest --download`: files are fetched as `<mirror>/<file name>`. */
  KOTOMAP_DOWNLOAD_MIRROR: webAddress.optional(),
  /** The hub that models are fetched from, and a token for models that ask for one; named as the hub's own tools name them. */
  HF_ENDPOINT: webAddress.default("https://huggingface.co"),
  HF_TOKEN: z.string().optional(),
  /** "off": pages never load pictures from other hosts. */
  KOTOMAP_REMOTE_IMAGES: onOff.default("on"),
  /** How many proxies stand before the server, each adding the address it was asked by to X-Forwarded-For. */
  KOTOMAP_TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** Megabytes (10^6 bytes) that the server may take, where that is less than the machine has. */
  KOTOMAP_MEMORY_LIMIT: z.coerce.number().int().min(1).optional(),
  /** Searches a minute from one address; 0: without a limit. */
  KOTOMAP_SEARCHES_PER_MINUTE: z.coerce.number().int().min(0).max(1_000_000).default(3000),
  /** Vectors of queries that the server remembers; 0: none. */
  KOTOMAP_QUERY_MEMORY: z.coerce.number().int().min(0).max(1_000_000).default(10000),
  /** Where Next.js puts and finds the built app. */
  KOTOMAP_DIST_DIR: z.string().optional(),
  /** Lets whoever sends it as a bearer token read /metrics; without one the machine itself may. */
  KOTOMAP_METRICS_TOKEN: z.string().min(16, "give at least 16 characters").optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
});

export interface Env {
  dataDir: string;
  modelsDir: string;
  downloadMirror: string | null;
  hubEndpoint: string;
  hubToken: string | null;
  remoteImages: boolean;
  /** Bytes; null: what the machine has. */
  memoryLimit: number | null;
  trustedProxies: number;
  searchesPerMinute: number;
  queryMemory: number;
  distDir: string;
  metricsToken: string | null;
  logLevel: z.infer<typeof schema>["LOG_LEVEL"];
  production: boolean;
  port: number;
}

/**
 * The settings of this process, checked. The only reader of process.env.
 * An empty value counts as unset.
 * @throws AppError `invalid_setting` naming the variable
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? "");
    throw new AppError("invalid_setting", `The environment variable ${name} cannot be used: ${issue?.message ?? "invalid"}.`, { field: name });
  }
  const value = parsed.data;
  return {
    dataDir: path.resolve(/* turbopackIgnore: true */ value.KOTOMAP_DATA_DIR),
    modelsDir: path.resolve(/* turbopackIgnore: true */ value.KOTOMAP_MODELS_DIR),
    downloadMirror: value.KOTOMAP_DOWNLOAD_MIRROR ?? null,
    hubEndpoint: value.HF_ENDPOINT,
    hubToken: value.HF_TOKEN ?? null,
    remoteImages: value.KOTOMAP_REMOTE_IMAGES === "on",
    trustedProxies: value.KOTOMAP_TRUST_PROXY,
    memoryLimit: value.KOTOMAP_MEMORY_LIMIT === undefined ? null : value.KOTOMAP_MEMORY_LIMIT * 1e6,
    searchesPerMinute: value.KOTOMAP_SEARCHES_PER_MINUTE,
    queryMemory: value.KOTOMAP_QUERY_MEMORY,
    distDir: value.KOTOMAP_DIST_DIR ?? ".next",
    metricsToken: value.KOTOMAP_METRICS_TOKEN ?? null,
    logLevel: value.LOG_LEVEL,
    production: value.NODE_ENV === "production",
    port: value.PORT,
  };
}
