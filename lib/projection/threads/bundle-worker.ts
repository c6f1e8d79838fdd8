import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * The JavaScript of a thread's body, its imports included. Reading TypeScript in each thread would take 30 MB a thread and as long as a small layout;
 * so it is translated once, in this one.
 * @param module file name of the body, in this folder
 */
export async function bundleWorker(module: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL(module, import.meta.url))], bundle: true, write: false, platform: "node", format: "cjs", target: "node20", logLevel: "silent" });
  return outputFiles[0]?.text ?? "";
}
