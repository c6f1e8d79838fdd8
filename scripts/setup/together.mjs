import { Failure } from "./failure.mjs";

/**
 * Runs works side by side, each to its end.
 * @param {(() => Promise<unknown>)[]} works
 * @returns {Promise<true>}
 * @throws what failed; where several did, a Failure with the messages and outputs of all
 */
export async function together(works) {
  const outcomes = await Promise.allSettled(works.map((work) => work()));
  const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  if (failures.length === 0) return true;
  if (failures.length === 1) throw failures[0];
  const text = (/** @type {"message" | "output"} */ part) => failures.map((failure) => failure[part]).filter(Boolean);
  throw new Failure(failures[0].code ?? "internal", text("message").join(" "), { output: text("output").join("\n") });
}
