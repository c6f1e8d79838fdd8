import js from "@eslint/js";
import next from "@next/eslint-plugin-next";
import boundaries from "eslint-plugin-boundaries";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

// Imports run one way: app, scripts → features → embedding | vector-index | database | projection → core.
const adapters = ["embedding", "vector-index", "database", "projection"];
const element = (type) => ({ from: { type } });
const layers = [
  { ...element("app"), allow: { to: { type: ["app", "features", "core"] } } },
  { ...element("scripts"), allow: { to: { type: ["scripts", "features", "core"] } } },
  { ...element("features"), allow: { to: { type: ["features", ...adapters, "core"] } } },
  ...adapters.map((type) => ({ ...element(type), allow: { to: { type: [type, "core"] } } })),
  { ...element("core"), allow: { to: { type: "core" } } },
  { ...element("tests"), allow: { to: { type: ["tests", "app", "scripts", "features", ...adapters, "core"] } } },
];

/** Native packages and the file that alone may import them. */
const natives = {
  "onnxruntime-node": "lib/embedding/onnx-embedder.ts",
  "hnswlib-node": "lib/vector-index/hnsw-index.ts",
  "@prisma/adapter-better-sqlite3": "lib/database/client.ts",
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
      "boundaries/elements": [
        { type: "core", pattern: "lib/core/**", mode: "full" },
        ...adapters.map((type) => ({ type, pattern: `lib/${type}/**`, mode: "full" })),
        { type: "features", pattern: "lib/features/**", mode: "full" },
        { type: "app", pattern: "app/**", mode: "full" },
        { type: "scripts", pattern: "scripts/**", mode: "full" },
        { type: "tests", pattern: "tests/**", mode: "full" },
      ],
    },
    rules: {
      "boundaries/dependencies": ["error", { default: "disallow", rules: layers }],
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
  { files: ["lib/core/env.ts", "tests/**", "**/*.test.ts", "scripts/**/*.mjs", "*.config.*"], rules: { "no-restricted-properties": "off" } },
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
