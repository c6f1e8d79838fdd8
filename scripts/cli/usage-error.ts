import type { CommanderError } from "commander";
import { AppError } from "@/lib/core/errors";

/** commander's complaint about a command line, naming the option at fault where there is one. */
export function toUsageError(error: CommanderError): AppError {
  const message = error.message.replace(/^error: /, "");
  const field = /--([\w-]+)/.exec(message)?.[1] ?? /argument '([^']+)'/.exec(message)?.[1];
  return new AppError("invalid_parameter", message.endsWith(".") || message.endsWith(")") ? message : `${message}.`, { field, cause: error });
}
