/** Runs once when the server starts: migrates the database and loads the index, so that the first search finds both ready. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ startAccess }, { startObserving }, { startServing }] = await Promise.all([
    import("@/lib/features/admin-access/start-access"),
    import("@/lib/features/observation/start-observing"),
    import("@/lib/features/serving/start-serving"),
  ]);
  startObserving();
  startAccess();
  startServing();
}
