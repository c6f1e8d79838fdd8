/** The least Node.js version; package.json has it as engines.node. */
export const LEAST = [20, 19];

/**
 * @param {string} version such as "v20.20.2"
 * @returns {string | null} what to do, where the version is too old
 */
export function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return null;
  return `Kotomap needs Node.js ${LEAST.join(".")} or newer; this is ${version}. Install a newer one from https://nodejs.org, then run the same command again.`;
}
