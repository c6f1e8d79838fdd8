import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";

/**
 * The JavaScript of a thread's body, its imports included. Reading TypeScript in each thread would take 30 MB a thread and as long as a small layout;
 * so it is translated once, in this one.
 * @param module file name of the body, in this folder
 */
export async function bundleWorker(module: string): Promise<string> {
  return bundle(fileURLToPath(new URL(module, import.meta.url)), { format: "cjs" });
}

/** The JavaScript of a program that lays out in threads, as a module without its packages. @param entry path of its TypeScript */
export async function bundleProgram(entry: string): Promise<string> {
  // In the bundle, too, bodies of threads are looked for in this folder.
  return bundle(entry, { format: "esm", packages: "external", define: { "import.meta.url": JSON.stringify(import.meta.url) } });
}

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...options, entryPoints: [entry], bundle: true, write: false, platform: "node", target: "node20", logLevel: "silent" });
  return outputFiles[0]?.text ?? "";
}
