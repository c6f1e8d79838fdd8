import path from "node:path";
import { Failure } from "./failure.mjs";
import { hashFiles } from "./hash-files.mjs";
import { projectRoot } from "./project-root.mjs";
import { runProcess } from "./run-process.mjs";
import { Stamp } from "./stamp.mjs";

const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED/;
const COMPILER = /gyp ERR!|node-gyp/;

/** Native modules are compiled for one platform and one Node.js ABI. */
const lockHash = () => hashFiles(["package-lock.json"], { salt: `${process.platform} ${process.arch} ${process.versions.modules}` });

const stamp = new Stamp(path.join(projectRoot, "node_modules", ".kotomap-install"));

/**
 * Installs the packages of package-lock.json, unless they are installed already.
 * @param {{ signal: AbortSignal }} options
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function installPackages({ signal }) {
  const hash = await lockHash();
  if (await stamp.matches(hash)) return false;
  await npm("ci", ["--include=dev", "--no-audit", "--no-fund"], signal);
  await stamp.write(hash);
  return true;
}

/**
 * Unpacks the packages as installPackages does, but leaves compiling to compilePackages: what needs no native package can be done meanwhile.
 * @param {{ signal: AbortSignal }} options
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function unpackPackages({ signal }) {
  if (await stamp.matches(await lockHash())) return false;
  await npm("ci", ["--include=dev", "--no-audit", "--no-fund", "--ignore-scripts"], signal);
  return true;
}

/**
 * Ends what unpackPackages began.
 * @param {{ signal: AbortSignal }} options
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function compilePackages({ signal }) {
  const hash = await lockHash();
  if (await stamp.matches(hash)) return false;
  await npm("rebuild", [], signal);
  await stamp.write(hash);
  return true;
}

/** @param {string} command @param {string[]} options @param {AbortSignal} signal @throws Failure that says what to mend */
async function npm(command, options, signal) {
  const program = process.env.npm_execpath;
  const args = [command, ...options];
  // node-gyp then compiles a package's files side by side.
  const running = { signal, env: { JOBS: "max" } };
  const { code, output } = program?.endsWith(".js") ? await runProcess(process.execPath, [program, ...args], running) : await runProcess("npm", args, running);
  if (code !== 0) throw new Failure("internal", `npm ${command} failed. ${mendOf(output)}`, { output: errorsOf(output) });
}

/** npm's errors come first; what follows them is its usage. @param {string} output */
function errorsOf(output) {
  const lines = output.split("\n").filter((line) => !/^npm (warn|notice)/i.test(line));
  const first = Math.max(0, lines.findIndex((line) => line.startsWith("npm error")));
  return lines.slice(first, first + 30).join("\n");
}

/** @param {string} output */
function mendOf(output) {
  if (OFFLINE.test(output)) return "The npm registry cannot be reached, and the packages are needed once. Connect to the network (or name a mirror: npm config set registry URL) and run the same command again; from then on Kotomap works offline.";
  if (COMPILER.test(output)) return "Two packages are compiled during the installation. Install a C++ compiler, make and Python 3 (Debian, Ubuntu: apt-get install build-essential python3; macOS: xcode-select --install) and run the same command again.";
  if (/are in sync/.test(output)) return "package-lock.json does not fit package.json. Take both as they are in the repository (git checkout package.json package-lock.json), or run npm install where you changed one of them.";
  if (/ENOSPC/.test(output)) return "The disk is full. Free about 2 GB and run the same command again.";
  return "Mend what the output above names and run the same command again.";
}
