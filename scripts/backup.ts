import { backUp, type BackupSummary } from "@/lib/features/operations/back-up";
import { defineCommand } from "./cli/command";
import { runAsMain } from "./cli/run-command";
import { presentBackup } from "./present/backup";

export const command = defineCommand<{ force: boolean }, BackupSummary>({
  name: "backup",
  summary: "Write database and index into one file, while the app runs.",
  description:
    "Writes the database, the kept generations of the index and the models fetched from the hub that these need into one file, as they are at one moment; server and worker go on meanwhile. " +
    "The file holds the hash of the admin password and those of API tokens: keep it as you would keep these. Downloaded caption files, uploads and pictures are not in it.",
  examples: [
    { line: "npm run backup -- kotomap-2026-11-25.tar.gz", about: "Compressed." },
    { line: "npm run backup -- /mnt/nas/kotomap.tar --force", about: "Faster, and in place of the last one." },
  ],
  configure: (program) => program.argument("<file>", "the file to write: .tar.gz, .tgz, or .tar for one that is not compressed").option("--force", "replace a file of that name", false),
  run: ({ args, options, signal, report }) => backUp(args[0] ?? "", { force: options.force, signal, onProgress: report }),
  present: presentBackup,
});

runAsMain(command, import.meta.url);
