import path from "node:path";
import { defineConfig } from "vitest/config";

/** What takes minutes, and is not part of npm run verify: npx vitest run --project long */
const LONG = "**/*.long.test.ts";

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    env: { LOG_LEVEL: "silent" },
    projects: [
      { extends: true, test: { name: "unit", include: ["lib/**/*.test.ts", "app/**/*.test.ts", "scripts/**/*.test.ts", "tests/docs/*.test.ts"], exclude: [LONG], testTimeout: 60_000, maxWorkers: "100%" } },
      { extends: true, test: { name: "api", include: ["tests/api/**/*.test.ts"], globalSetup: ["tests/server/global-setup.ts"], testTimeout: 60_000, fileParallelism: false } },
      { extends: true, test: { name: "e2e", include: ["tests/e2e/**/*.test.ts"], globalSetup: ["tests/server/global-setup.ts"], testTimeout: 120_000, maxWorkers: 2 } },
      { extends: true, test: { name: "survival", include: ["tests/torture/**/*.test.ts"], exclude: [LONG], testTimeout: 900_000, hookTimeout: 900_000, maxWorkers: 2 } },
      { extends: true, test: { name: "long", include: ["lib/**/*.long.test.ts", "scripts/**/*.long.test.ts", "tests/torture/**/*.long.test.ts"], testTimeout: 900_000, hookTimeout: 900_000, fileParallelism: false } },
    ],
  },
});
