import { expect, it } from "vitest";
import { Failure } from "./failure.mjs";
import { together } from "./together.mjs";

const fails = (message: string) => () => Promise.reject(new Failure("internal", message, { output: `output of ${message}` }));

it("runs works side by side and is done when all are", async () => {
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
  };
  expect(await together([work, work])).toBe(true);
  expect([most, running]).toEqual([2, 0]);
});

it("lets the others end where one fails, and tells the failures of all", async () => {
  let ended = false;
  const slow = () => new Promise((resolve) => setTimeout(resolve, 5)).then(() => (ended = true));
  await expect(together([fails("Lint."), slow])).rejects.toThrow("Lint.");
  expect(ended).toBe(true);
  await expect(together([fails("Lint."), fails("Types.")])).rejects.toMatchObject({ message: "Lint. Types.", output: "output of Lint.\noutput of Types." });
});
