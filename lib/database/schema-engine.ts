import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type * as Engine from "@prisma/schema-engine-wasm";

type EngineModule = typeof Engine & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

let engineModule: Promise<EngineModule> | undefined;

/** The package's own entry imports its .wasm file, which Node does only behind a flag; this does the same by hand. */
async function loadEngineModule(): Promise<EngineModule> {
  const bindings = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as EngineModule;
  const folder = path.dirname(createRequire(path.resolve("package.json")).resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const bytes = await readFile(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

/** Remembers the connections that the engine opens: it holds an exclusive lock and closes none of them itself. */
function trackConnections(factory: SqlMigrationAwareDriverAdapterFactory) {
  const open: SqlDriverAdapter[] = [];
  const track = async (connection: Promise<SqlDriverAdapter>) => {
    open.push(await connection);
    return connection;
  };
  const tracked: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => track(factory.connect()),
    connectToShadowDb: () => track(factory.connectToShadowDb()),
  };
  return {
    tracked,
    run: (sql: string) => Promise.all(open.map((connection) => connection.executeScript(sql))),
    close: () => Promise.all(open.map((connection) => connection.dispose())),
  };
}

/**
 * Runs `work` with Prisma's schema engine as WebAssembly: it migrates without the native engine that Prisma's CLI downloads.
 * No other connection to the database may be open. What the work does to it happens as a whole or, killed at any moment, not at all.
 */
export async function withSchemaEngine<T>(adapter: SqlMigrationAwareDriverAdapterFactory, schema: string, work: (engine: Engine.SchemaEngine) => Promise<T>): Promise<T> {
  // Once a process: its JavaScript side keeps views of the WebAssembly memory it first saw.
  const { SchemaEngine } = await (engineModule ??= loadEngineModule());
  const { tracked, run, close } = trackConnections(adapter);
  const engine = await SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => undefined, bindMigrationAwareSqlAdapterFactory(tracked));
  try {
    // The engine notes that a migration begins, runs its statements one by one, and notes that it ended: a kill in between would block every later start.
    await run("BEGIN IMMEDIATE");
    const result = await work(engine);
    await run("COMMIT");
    return result;
  } finally {
    engine.free();
    await close();
  }
}
