/** @type {import("next").NextConfig} */
const config = {
  // Native addons and packages that read files beside themselves stay outside the bundle.
  serverExternalPackages: ["onnxruntime-node", "hnswlib-node", "lindera-wasm-nodejs-ipadic", "better-sqlite3", "@prisma/adapter-better-sqlite3", "@prisma/client", "@prisma/schema-engine-wasm", "pino", "exceljs", "prom-client"],
  distDir: process.env.KOTOMAP_DIST_DIR || ".next",
  poweredByHeader: false,
  headers: () =>
    Promise.resolve([
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
          { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()" },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
          { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
        ],
      },
      // What the API sends is data, opened as a page or not.
      { source: "/api/v1/:path*", headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox" }] },
      // No other site may show the administration in a frame, or learn an address of it: one has a secret. What pages may load is said in proxy.ts.
      {
        source: "/admin/:path*",
        headers: [
          { key: "X-Frame-Options", value: "DENY" },
          { key: "Referrer-Policy", value: "same-origin" },
        ],
      },
    ]),
  reactStrictMode: true,
};

export default config;
