import { expect, it } from "vitest";
import { runProcess } from "./setup/run-process.mjs";

const ingest = (...args: string[]) => runProcess(process.execPath, ["--import", "tsx", "scripts/ingest.ts", "no-such-file.json", ...args, "--json"]);

it.each([
  ["--collection", "a/b", "collection"],
  ["--max-bad", "1", "max-bad"],
])("npm run ingest ends with 2 on %s %s before it looks at any file", async (option, value, field) => {
  const { code, stdout } = await ingest(option, value);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: "invalid_parameter", field } });
});
