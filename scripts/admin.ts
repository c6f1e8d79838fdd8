import { AppError } from "@/lib/core/errors";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { acts, type AdminResult } from "./admin/acts";
import { parseDays } from "./admin/parse-days";
import { defineCommand } from "./cli/command";
import { runAsMain } from "./cli/run-command";
import { presentAdmin } from "./present/admin";

interface AdminOptions {
  /** Days. */
  expires?: number;
}

const names = Object.keys(acts);

export const command = defineCommand<AdminOptions, AdminResult>({
  name: "admin",
  summary: "Set the admin password, end sessions, manage API tokens, read the audit list.",
  description:
    `Works whether the server runs or not. Acts: ${names.join(", ")}. ` +
    "set-password asks for the password on a terminal, and else takes one line from stdin; it ends all sessions and all waiting after failed attempts. " +
    "A token is shown once; API tokens stay valid until they expire or are revoked.",
  examples: [
    { line: "npm run admin -- set-password", about: "Asks twice for the new password." },
    { line: "npm run admin -- set-password < password.txt", about: "Takes the first line of a file." },
    { line: "npm run admin -- token create lecture-script --expires 30d", about: "Shows a token for scripts." },
    { line: "npm run admin -- token revoke lecture-script", about: "The token is refused from now on." },
    { line: "npm run admin -- audit", about: "The last 50 acts, the latest first." },
  ],
  configure: (program) => program.argument("<act...>", "what to do, as above; token create and token revoke take a name").option("--expires <days>", "for token create: days until it expires, as 30d; never where left out", parseDays),
  run: async ({ args, options, signal }) => {
    const name = names.find((candidate) => candidate === args.slice(0, candidate.split(" ").length).join(" "));
    // What was typed is not repeated: it may be a password.
    if (!name) throw new AppError("invalid_parameter", `Give one of these acts: ${names.join(", ")}.`, { field: "act" });
    if (options.expires !== undefined && name !== "token create") throw new AppError("invalid_parameter", "--expires belongs to token create.", { field: "expires" });
    const words = args.slice(name.split(" ").length);
    const { db } = await prepareDatabase();
    return (acts[name] as (typeof acts)[string])({ db, words, days: options.expires ?? null, signal });
  },
  present: presentAdmin,
});

runAsMain(command, import.meta.url);
