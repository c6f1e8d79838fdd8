/** @type {import("next").NextConfig} */
const config = {
  // Native addons and packages that read files beside themselves stay outside the bundle.
  serverExternalPackages: ["onnxruntime-node", "hnswlib-node", "lindera-wasm-nodejs-ipadic", "better-sqlite3", "@prisma/adapter-better-sqlite3", "@prisma/client", "@prisma/schema-engine-wasm", "pino"],
  distDir: process.env.KOTOMAP_DIST_DIR || ".next",
  poweredByHeader: false,
  reactStrictMode: true,
};

export default config;
