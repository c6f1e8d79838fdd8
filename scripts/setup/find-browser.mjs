import { accessSync, constants } from "node:fs";
import path from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"];

export const HOW_TO_GET_ONE = "install one (Debian, Ubuntu: apt-get install chromium) or name one: CHROME_PATH=/path/to/chrome";

const isProgram = (/** @type {string} */ file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * A Chromium or Chrome for the browser tests: CHROME_PATH, else the first on the PATH or in its usual place.
 * @param {Record<string, string | undefined>} [env]
 * @returns {string | null}
 */
export function findBrowser(env = process.env) {
  if (env.CHROME_PATH) return isProgram(env.CHROME_PATH) ? env.CHROME_PATH : null;
  const folders = (env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...PLACES];
  return candidates.find(isProgram) ?? null;
}
