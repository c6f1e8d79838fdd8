import { randomInt } from "node:crypto";
import { AppError } from "@/lib/core/errors";

const pattern = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})-([0-9a-f]{4})$/;
const suffixes = 0x10000;

/**
 * An id such as "20261124-101530-3f9a": UTC time and four hex digits.
 * It sorts after `newest` even within one second, and where the clock was set back.
 */
export function newGenerationId(now: Date, newest: string | null = null): string {
  const time = timePart(now);
  if (newest === null || newest.slice(0, 15) < time) return `${time}-${hex(randomInt(suffixes))}`;
  const last = Number.parseInt(newest.slice(16), 16);
  if (last + 1 === suffixes) return newGenerationId(new Date(idTime(newest) + 1000));
  return `${newest.slice(0, 15)}-${hex(randomInt(last + 1, suffixes))}`;
}

export function isGenerationId(name: string): boolean {
  return pattern.test(name);
}

/** @throws AppError `not_found` for anything that is not an id, so that no path ever leaves the generations folder */
export function assertGenerationId(id: string): void {
  if (!isGenerationId(id)) throw new AppError("not_found", `"${id}" is not the id of an index generation (such as 20261124-101530-3f9a).`, { field: "generation" });
}

function timePart(date: Date): string {
  const digits = date.toISOString().replace(/\D/g, "");
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}`;
}

function idTime(id: string): number {
  return Date.parse(id.replace(pattern, "$1-$2-$3T$4:$5:$6Z"));
}

function hex(value: number): string {
  return value.toString(16).padStart(4, "0");
}
