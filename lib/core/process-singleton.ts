const store = globalThis as unknown as Record<symbol, Map<string, unknown> | undefined>;
const KEY = Symbol.for("kotomap.singletons");

/**
 * One value a process for each key. Next.js may load a module several times (instrumentation, pages, routes);
 * a database connection or a loaded index must still exist once.
 */
export function processSingleton<T>(key: string, create: () => T): T {
  const values = (store[KEY] ??= new Map<string, unknown>());
  if (!values.has(key)) values.set(key, create());
  return values.get(key) as T;
}
