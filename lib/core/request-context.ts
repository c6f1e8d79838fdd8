import { AsyncLocalStorage } from "node:async_hooks";
import { processSingleton } from "./process-singleton";

/** What is known of an HTTP request wherever its work is done. */
export interface RequestContext {
  /** In answers (X-Request-Id) and in log lines. */
  readonly id: string;
  /** Whom it came from, as proxies that are trusted tell it. */
  readonly address: string;
  /** Whether a proxy says that it passed it on. */
  readonly isForwarded: boolean;
  /** A page may search several times: it counts once. */
  countedAsSearch: boolean;
}

const storage = () => processSingleton("request context", () => new AsyncLocalStorage<RequestContext>());

/** The request whose work this is; null for what no request asked for. */
export const currentRequest = (): RequestContext | null => storage().getStore() ?? null;

/** From here on, everything that follows from the present callback belongs to the request. */
export const enterRequest = (request: RequestContext): void => storage().enterWith(request);
