import { expect, it } from "vitest";
import { runProcess } from "./setup/run-process.mjs";

const sample = (...args: string[]) => runProcess(process.execPath, ["--import", "tsx", "scripts/build-sample.ts", ...args, "--json"]);

it("npm run sample -- --check tells as one JSON object that the sample is up to date", async () => {
  const { code, stdout } = await sample("--check");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ files: expect.any(Number) as number, changed: [] });
});

it("npm run sample ends with 2 on an unknown option", async () => {
  const { code, stdout } = await sample("--nope");
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: "invalid_parameter", field: "nope" } });
});
