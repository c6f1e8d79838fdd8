import { randomUUID } from "node:crypto";

/** What a proxy's id may be: log lines and headers are made of it. */
const SANE = /^[\w.:+/=-]{8,128}$/;

/** The id that a proxy gave the request, or a new one where it gave none or a strange one. */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === "string" && SANE.test(given) ? given : randomUUID();
}
