import { expect, it } from "vitest";
import { addCounts, countTests, testLine } from "./test-report.mjs";

const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

it("counts todo as skipped, and a file that could not be loaded as a failed test", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{}] },
    { status: "passed", assertionResults: [] },
  ];
  expect(countTests({ ...report, testResults })).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

it("adds the projects up in one line", () => {
  expect(testLine(addCounts([countTests(report), { passed: 10, failed: 0, skipped: 4 }]))).toBe("Tests: 15 passed, 1 failed, 7 skipped");
});
