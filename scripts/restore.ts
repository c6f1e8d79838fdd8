import { restoreBackup, type RestoreSummary } from "@/lib/features/operations/restore-backup";
import { defineCommand } from "./cli/command";
import { runAsMain } from "./cli/run-command";
import { presentRestore } from "./present/backup";

export const command = defineCommand<{ force: boolean }, RestoreSummary>({
  name: "restore",
  summary: "Put a backup in the place of the data folder.",
  description:
    "Unpacks a file of npm run backup beside the data folder, checks every member by its SHA-256, then exchanges the folders. Stop the server, its worker and every other command first. " +
    "Where the data folder is not empty, --force moves it aside; nothing is deleted. The admin password is that of the backup; everyone signs in anew.",
  examples: [{ line: "npm run restore -- kotomap-2026-11-25.tar.gz", about: "On a new machine, before npm run up." }],
  configure: (program) => program.argument("<file>", "a file that npm run backup has written").option("--force", "move a data folder that is not empty aside", false),
  run: ({ args, options, signal, report }) => restoreBackup(args[0] ?? "", { force: options.force, signal, onProgress: report }),
  present: presentRestore,
});

runAsMain(command, import.meta.url);
