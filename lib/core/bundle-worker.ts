import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";

/**
 * The JavaScript of a thread's body, its imports included. Reading TypeScript in each thread would take 30 MB a thread and as long as a small layout;
 * so it is translated once, in this one.
 * @param module the body   @param external packages that the thread loads itself, as native ones have to be
 */
export async function bundleWorker(module: URL, external: string[] = []): Promise<string> {
  return bundle(fileURLToPath(module), { format: "cjs", external });
}

/**
 * The JavaScript of a program that starts threads, as a module without its packages.
 * @param entry path of its TypeScript   @param bodies the folder in which bodies of threads are looked for
 */
export async function bundleProgram(entry: string, bodies: URL): Promise<string> {
  return bundle(entry, { format: "esm", packages: "external", define: { "import.meta.url": JSON.stringify(bodies.href) } });
}

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...options, entryPoints: [entry], bundle: true, write: false, platform: "node", target: "node20", logLevel: "silent" });
  return outputFiles[0]?.text ?? "";
}
