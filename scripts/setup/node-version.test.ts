import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { LEAST, nodeVersionProblem } from "./node-version.mjs";

it.each(["v20.19.0", "v20.20.2", "v22.0.0", "v24.1.0"])("takes Node.js %s", (version) => expect(nodeVersionProblem(version)).toBeNull());

it.each(["v18.20.8", "v20.18.3", "v20.9.0"])("refuses Node.js %s, naming what is needed", (version) => {
  expect(nodeVersionProblem(version)).toContain(`needs Node.js 20.19 or newer; this is ${version}`);
});

it("asks for the version that package.json asks for", async () => {
  const { engines } = JSON.parse(await readFile("package.json", "utf8")) as { engines: { node: string } };
  expect(engines.node).toBe(`>=${LEAST.join(".")}`);
});
