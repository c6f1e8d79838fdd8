import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { connect, sqliteAdapter, type Database } from "./client";
import { withSchemaEngine } from "./schema-engine";

/** The full-text index and what SQLite keeps it in: Prisma's schema language has no word for them. */
const FILTERS = { externalTables: ["Lexicon", "LexiconVocabulary", ...["config", "data", "docsize", "idx"].map((part) => `Lexicon_${part}`)], externalEnums: [] };

/** The folder prisma/ of the project, which the process runs in. */
const prismaDir = () => path.resolve(/* turbopackIgnore: true */ "prisma");
const migrationsDir = () => path.join(prismaDir(), "migrations");

async function readMigrations(dir: string) {
  const names = (await readdir(dir, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(path.join(dir, name, "migration.sql"), "utf8") })));
}

async function readApplied(db: Database): Promise<Set<string>> {
  const table = await db.$queryRaw<unknown[]>`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`;
  if (table.length === 0) return new Set();
  const rows = await db.$queryRaw<{ migration_name: string }[]>`SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
  return new Set(rows.map((row) => row.migration_name));
}

/** Which migrations the database has, by a connection that is closed again: the schema engine wants the database to itself. */
async function appliedMigrations(dataDir: string): Promise<Set<string>> {
  const db = connect(dataDir);
  try {
    return await readApplied(db);
  } finally {
    await db.$disconnect();
  }
}

async function pendingMigrations(dataDir: string): Promise<string[]> {
  const applied = await appliedMigrations(dataDir);
  return (await readMigrations(migrationsDir())).map(({ name }) => name).filter((name) => !applied.has(name));
}

/** Migrations that the database has and this program does not know: a newer one made it. */
export async function unknownMigrations(dataDir: string): Promise<string[]> {
  const known = new Set((await readMigrations(migrationsDir())).map(({ name }) => name));
  return [...(await appliedMigrations(dataDir))].filter((name) => !known.has(name));
}

const readSchema = () => readFile(path.join(prismaDir(), "schema.prisma"), "utf8");

/** prisma/migrations in the form that the schema engine takes. */
async function migrationsList() {
  const migrations = await readMigrations(migrationsDir());
  return {
    baseDir: "prisma/migrations",
    lockfile: { path: "migration_lock.toml", content: 'provider = "sqlite"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({ path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } } })),
  };
}

async function applyMigrations(dataDir: string): Promise<string[]> {
  const list = await migrationsList();
  const { appliedMigrationNames } = await withSchemaEngine(sqliteAdapter(dataDir), await readSchema(), (engine) => engine.applyMigrations({ migrationsList: list, filters: FILTERS }));
  return appliedMigrationNames;
}

/**
 * Brings the database to the schema of prisma/migrations, offline, before this process opens its connection.
 * `prisma migrate deploy` shares the record of what was applied.
 * @returns names of the migrations applied now
 * @throws AppError `conflict` where another process keeps the database open while there is something to apply
 */
export async function migrate(dataDir: string): Promise<string[]> {
  const pending = await pendingMigrations(dataDir);
  if (pending.length === 0) return [];
  try {
    return await applyMigrations(dataDir);
  } catch (cause) {
    if ((await pendingMigrations(dataDir)).length === 0) return []; // another process was faster
    if (!/SocketTimeout|locked|busy/i.test(String(cause))) throw cause;
    throw new AppError("conflict", `The database in ${dataDir} has to be migrated (${pending.join(", ")}), but another process has it open. Stop the server and any ingest, then try again.`, { cause });
  }
}

/**
 * SQL that turns the schema of the migrations so far into that of schema.prisma, for a new migration; a comment alone where nothing changed.
 * @param dataDir an empty folder, in which the migrations are replayed
 */
export async function diffToSchema(dataDir: string): Promise<string> {
  await migrate(dataDir);
  const files = [{ path: "schema.prisma", content: await readSchema() }];
  const { stdout } = await withSchemaEngine(sqliteAdapter(dataDir), await readSchema(), (engine) =>
    engine.diff({ from: { tag: "schemaDatasource", files, configDir: "." }, to: { tag: "schemaDatamodel", files }, script: true, exitCode: null, filters: FILTERS }),
  );
  return stdout ?? "";
}
