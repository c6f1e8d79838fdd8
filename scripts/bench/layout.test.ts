import { expect, it } from "vitest";
import { runProcess } from "../setup/run-process.mjs";

const bench = (...args: string[]) => runProcess(process.execPath, ["--import", "tsx", "scripts/bench/layout.ts", ...args]);

it("npm run bench:layout measures Kotomap alone where openTSNE is absent, and says so", async () => {
  const { code, stdout } = await bench("--synthetic", "--sizes", "200", "--perplexity", "5", "--iterations", "60", "--threads", "2", "--json");
  expect(code).toBe(0);
  const result = JSON.parse(stdout) as { measurements: { results: object[] }[] };
  expect(result).toMatchObject({ source: "synthetic points", missing: [{ name: "openTSNE", why: expect.stringContaining("--python") as string }], measurements: [{ points: 200, k: 15, results: [{ iterations: 60 }], ratio: null }] });
  expect(result.measurements[0]?.results).toMatchObject([{ name: "Kotomap", quality: { sameGroup: expect.any(Number) as number } }]);
});

it("ends with 2 on sizes that cannot be read", async () => {
  const { code, stdout } = await bench("--sizes", "many", "--json");
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: "invalid_parameter", field: "sizes" } });
});
