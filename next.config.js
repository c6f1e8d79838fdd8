/** @type {import("next").NextConfig} */
const config = {
  // Native addons and packages that read files beside themselves stay outside the bundle.
  serverExternalPackages: ["onnxruntime-node", "hnswlib-node", "lindera-wasm-nodejs-ipadic", "better-sqlite3", "@prisma/adapter-better-sqlite3", "@prisma/client", "@prisma/schema-engine-wasm", "pino", "exceljs", "prom-client"],
  distDir: process.env.KOTOMAP_DIST_DIR || ".next",
  poweredByHeader: false,
  // No other site may show the administration in a frame, or learn an address of it: one has a secret.
  headers: () =>
    Promise.resolve([
      {
        source: "/admin/:path*",
        headers: [
          { key: "Content-Security-Policy", value: "frame-ancestors 'none'; form-action 'self'; base-uri 'self'" },
          { key: "X-Frame-Options", value: "DENY" },
          { key: "Referrer-Policy", value: "same-origin" },
        ],
      },
    ]),
  reactStrictMode: true,
};

export default config;
