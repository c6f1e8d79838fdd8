import { expect, it } from "vitest";
import { Steps } from "./steps.mjs";

const withoutTimes = (text: string) => text.replace(/\d+\.\d s/g, "T");

it("numbers the steps and tells how each went", async () => {
  let text = "";
  const steps = new Steps(4, (part) => (text += part));
  await steps.run("Install", () => Promise.resolve(true));
  await steps.run("Generate", () => Promise.resolve(false));
  await steps.run("Import", (show) => {
    show();
    text += "a bar\n";
    return Promise.resolve(true);
  });
  await expect(steps.run("Build", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(withoutTimes(text)).toBe("[1/4] Install … T\n[2/4] Generate … already done\n[3/4] Import … \na bar\n[3/4] Import … T\n[4/4] Build … failed after T\n");
});
