import { describe, expect, it } from "vitest";
import { commandFailure } from "./command-failure.mjs";

const WAY_ON = "To go on where it stopped, run the same command again.";
const told = (message: string) => `progress\n${JSON.stringify({ error: { code: "conflict", message, field: "a" } })}\n`;

describe("the failure of a command within npm run up", () => {
  it.each([
    [137, "npm run seed was killed"],
    [1, "npm run seed failed"],
  ])("says on exit code %i without a word that the same command goes on", (code, start) => {
    const { message, output } = commandFailure("seed", { code, stdout: "", output: "a stack" });
    expect(message).toContain(start);
    expect(message).toContain(WAY_ON);
    expect(output).toBe("a stack");
  });

  it("adds the way on to the command's own message", () => {
    expect(commandFailure("seed", { code: 1, stdout: told("Another ingest is running: stop it."), output: "" })).toMatchObject({
      code: "conflict",
      field: "a",
      message: `Another ingest is running: stop it. ${WAY_ON}`,
    });
  });

  it("does not say it twice", () => {
    const message = "The disk is full. Free some space and run the same command again: it goes on where it stopped.";
    expect(commandFailure("seed", { code: 1, stdout: told(message), output: "" }).message).toBe(message);
  });
});
