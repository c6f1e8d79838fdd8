import { spawn } from "node:child_process";
import { once } from "node:events";
import { databaseFile } from "@/lib/database/client";

/** Runs in a process of its own, as a backup program or a person with a database browser would. */
const PROGRAM = `
const database = require("better-sqlite3")(process.argv[1]);
database.exec("BEGIN EXCLUSIVE");
process.stdout.write("locked");
setTimeout(() => { database.exec("COMMIT"); database.close(); }, Number(process.argv[2]));
`;

/** Another process locks the database. @returns once it has; `released` when it has let go */
export async function lockDatabase(dataDir: string, milliseconds: number): Promise<{ released: Promise<void> }> {
  const child = spawn(process.execPath, ["-e", PROGRAM, databaseFile(dataDir), String(milliseconds)], { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  await once(child.stdout, "data");
  return { released: exit.then(() => undefined) };
}
