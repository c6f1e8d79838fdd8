import { expect, it } from "vitest";
import { requestIdOf } from "./request-id";

it("takes over the id of a proxy", () => {
  expect(requestIdOf("7b1c6c1e-77aa-4a6e-9a52-3a3dd6f0a8f2")).toBe("7b1c6c1e-77aa-4a6e-9a52-3a3dd6f0a8f2");
  expect(requestIdOf("Root=1-67891233-abcdef012345678912345678")).toMatch(/^Root=1-/);
});

it.each([undefined, "", "short", "a".repeat(129), "two words here", "line\nbreak-00", '{"msg":"forged"}', ["aaaaaaaa", "bbbbbbbb"]])("makes an id of its own instead of %j", (given) => {
  expect(requestIdOf(given)).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
});
