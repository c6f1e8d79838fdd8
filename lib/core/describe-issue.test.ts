import { expect, it } from "vitest";
import { z } from "zod";
import { describeIssue, valueAt } from "./describe-issue";

const schema = z.strictObject({ m: z.number().int().min(2).max(128), name: z.string().max(3).min(1, "give a name"), kind: z.enum(["a", "b"]), ids: z.array(z.number()).max(1) });
const good = { m: 2, name: "x", kind: "a", ids: [] };

it.each([
  [{ m: undefined }, "m is missing"],
  [{ m: "16" }, "m has to be a number"],
  [{ m: 2.5 }, "m has to be a whole number"],
  [{ m: 1 }, "m has to be 2 or more"],
  [{ m: 129 }, "m has to be 128 or less"],
  [{ name: "long" }, "name has to be 3 characters or less"],
  [{ name: "" }, "name cannot be used: give a name"],
  [{ kind: "c" }, "kind has to be one of a, b"],
  [{ ids: [1, 2] }, "ids has to be 1 entries or less"],
  [{ ids: ["1"] }, "ids.0 has to be a number"],
])("%j: %s", (part, expected) => {
  const value = { ...good, ...part };
  const issue = schema.safeParse(value).error?.issues[0];
  expect(issue && `${issue.path.join(".")} ${describeIssue(issue, valueAt(value, issue.path))}`).toBe(expected);
});
