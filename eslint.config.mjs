import js from "@eslint/js";
import next from "@next/eslint-plugin-next";
import boundaries from "eslint-plugin-boundaries";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

// Imports run one way: app, scripts → features → embedding | vector-index | database | projection → core.
const adapters = ["embedding", "vector-index", "database", "projection"];
const mayImport = {
  app: ["app", "features", "core"],
  scripts: ["scripts", "features", "core"],
  features: ["features", ...adapters, "core"],
  ...Object.fromEntries(adapters.map((adapter) => [adapter, [adapter, "core"]])),
  core: ["core"],
  tests: ["tests", "app", "scripts", "features", ...adapters, "core"],
};
const policies = Object.entries(mayImport).map(([from, to]) => ({ from: { element: { type: from } }, allow: { to: { element: { type: to } } } }));
const folders = { features: "lib/features", core: "lib/core", app: "app", scripts: "scripts", tests: "tests", ...Object.fromEntries(adapters.map((adapter) => [adapter, `lib/${adapter}`])) };

/** Native packages and the file that alone may import them. */
const natives = {
  "onnxruntime-node": "lib/embedding/onnx-session.ts",
  "hnswlib-node": "lib/vector-index/hnsw-index.ts",
  "@prisma/adapter-better-sqlite3": "lib/database/client.ts",
  "lindera-wasm-nodejs-ipadic": "lib/embedding/split-japanese.ts",
  esbuild: "lib/core/bundle-worker.ts",
};

const restricted = (packages) => ["error", { paths: packages.map((name) => ({ name, message: `Only ${natives[name]} imports ${name}.` })) }];

export default tseslint.config(
  { ignores: [".next/**", "node_modules/**", "data/**", "coverage/**", "lib/database/generated/**", "training/**", "next-env.d.ts"] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: [] }, tsconfigRootDir: import.meta.dirname }, globals: globals.node },
    plugins: { boundaries },
    settings: {
      "import/resolver": { typescript: { project: "./tsconfig.json" } },
      "boundaries/include": ["app/**", "lib/**", "scripts/**", "tests/**"],
      "boundaries/elements": Object.entries(folders).map(([type, folder]) => ({ type, pattern: `${folder}/**`, partialMatch: false })),
    },
    rules: {
      "boundaries/dependencies": ["error", { default: "disallow", policies }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-restricted-imports": restricted(Object.keys(natives)),
      "no-restricted-properties": ["error", { object: "process", property: "env", message: "Only lib/core/env.ts reads the environment." }],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["lib/**"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [{ group: ["react", "react-dom", "next", "next/*", "server-only"], message: "lib is plain Node." }] }] },
  },
  ...Object.entries(natives).map(([name, file]) => ({ files: [file], rules: { "no-restricted-imports": restricted(Object.keys(natives).filter((other) => other !== name)) } })),
  { files: ["lib/core/env.ts", "instrumentation.ts", "tests/**", "**/*.test.ts", "scripts/**/*.mjs", "*.config.*"], rules: { "no-restricted-properties": "off" } },
  {
    files: ["app/**/*.{ts,tsx}"],
    plugins: { "@next/next": next, "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      ...next.configs.recommended.rules,
      ...next.configs["core-web-vitals"].rules,
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
      // Caption pictures come from anywhere and in any size; next/image would proxy and re-encode them.
      "@next/next/no-img-element": "off",
    },
  },
  { files: ["**/*.mjs", "*.config.*", "next.config.js"], ...tseslint.configs.disableTypeChecked },
);
