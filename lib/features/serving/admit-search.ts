import { currentRequest } from "@/lib/core/request-context";
import { searchAdmission } from "./admission";
import { searchLimit } from "./search-limit";

/**
 * Runs what searches for a request: counted for the address that it came from, and let in where it can be answered soon. Never one inside another: each would wait for the other's place.
 * @throws AppError `too_many_requests`, `overloaded`
 */
export async function admitSearch<T>(work: () => Promise<T>): Promise<T> {
  const request = currentRequest();
  if (request) await searchLimit().count(request);
  return searchAdmission().run(work);
}
