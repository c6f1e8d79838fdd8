import { readEnv } from "@/lib/core/env";
import { logger } from "@/lib/core/logger";
import { searchEngine } from "@/lib/features/serving/search-engine";
import { makeSetupLink } from "./setup-link";

/** Where no admin password is set, prints the link by which the first is set. */
export function startAccess(): void {
  printSetupLink(readEnv().port).catch((error: unknown) => logger().error({ err: error }, "whether an admin password is set could not be found out"));
}

async function printSetupLink(port: number): Promise<void> {
  const link = await makeSetupLink(await searchEngine().openDatabase(), port);
  // To stdout, not to the log: logs are kept and sent around. scripts/setup/app-server.mjs looks for this line.
  if (link) process.stdout.write(`No admin password is set yet. To set one, open this link (once, until the server ends):\n  ${link}\n`);
}
