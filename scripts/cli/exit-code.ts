import type { AppError } from "@/lib/core/errors";

/** What a command ends with. */
export const EXIT = { done: 0, failed: 1, usage: 2, stopped: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export function exitCodeOf({ code }: AppError): ExitCode {
  if (code === "cancelled") return EXIT.stopped;
  return code === "invalid_parameter" ? EXIT.usage : EXIT.failed;
}
