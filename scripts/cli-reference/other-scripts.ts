/** npm scripts that are no commands of the command frame, and what each does. */
export const otherScripts: Record<string, string> = {
  up: "From a fresh clone to the running app: installs, makes the database, imports the sample, builds, serves. What is done already is skipped. Takes --help and --json.",
  start: "Serves the built app on PORT (3000). Takes --help and --json.",
  dev: "Serves the app for development, rebuilding on every change.",
  build: "Builds the app for production.",
  verify: "Lint, types, unit, API, survival and browser tests, from a fresh clone on. Takes --help and --json.",
  generate: "Generates the database client from prisma/schema.prisma where that has changed.",
  lint: "Runs ESLint with its import rules; warnings are errors.",
  typecheck: "Checks the types.",
  test: "Runs the unit tests.",
  "test:server": "Runs the API, survival and browser tests against the built app.",
};
