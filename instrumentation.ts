/** Runs once when the server starts: migrates the database and loads the index, so that the first search finds both ready. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ startAccess }, { startServing }] = await Promise.all([import("@/lib/features/admin-access/start-access"), import("@/lib/features/serving/start-serving")]);
  startAccess();
  startServing();
}
