/** As lib/features/admin-access/start-access.ts prints it. */
const LINK = /https?:\/\/\S+\/admin\/setup\?token=\S+(?=\s)/;

/**
 * The link by which the first admin password is set. Never settles where the server prints none.
 * @param {import("node:stream").Readable} stdout of the server, as text
 * @returns {Promise<string>}
 */
export function readSetupLink(stdout) {
  return new Promise((resolve) => {
    let seen = "";
    const look = (/** @type {string} */ text) => {
      seen += text;
      const link = LINK.exec(seen)?.[0];
      if (!link) return void (seen = seen.slice(seen.lastIndexOf("\n") + 1));
      stdout.off("data", look);
      resolve(link);
    };
    stdout.on("data", look);
  });
}
