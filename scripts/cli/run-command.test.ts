import { spawn } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";

const FIXTURE = path.resolve("scripts/cli/fixtures/sample-command.ts");

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", FIXTURE, ...args], { env: { ...process.env, LOG_LEVEL: "info", ...env } });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) child[name].setEncoding("utf8").on("data", (text: string) => (texts[name] += text));
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, ...texts })));
  const says = async (text: string) => {
    while (!texts.stderr.includes(text) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return { child, ended, says };
}

const run = (args: string[], env?: Record<string, string>) => start(args, env).ended;
const lastJson = (stdout: string) => JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "") as unknown;

describe("a command", () => {
  it("ends with 0 and prints its result for people", async () => {
    const { code, stdout } = await run(["a.json", "--share", "5%"]);
    expect(code).toBe(0);
    expect(stdout).toBe("starting\na library chatters\n1 file, share 0.05\n");
  });

  it("writes nothing but one JSON object to stdout with --json", async () => {
    const { code, stdout, stderr } = await run(["a.json", "--json"]);
    expect(code).toBe(0);
    expect(stdout).toBe('{"args":["a.json"],"share":0.01}\n');
    expect(stderr).toContain("a library chatters");
  });

  it("prints its help to stdout and ends with 0", async () => {
    const { code, stdout } = await run(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Usage: npm run sample-command -- \[options\] <files\.\.\.>/);
    expect(stdout).toContain("--json");
    expect(stdout).toContain("npm run sample-command -- a.json");
  });

  it.each([
    ["an unknown option", ["a.json", "--nope"], "nope"],
    ["a missing argument", [], "files"],
    ["a value that cannot be used", ["a.json", "--share", "much"], "share"],
  ])("ends with 2 on %s, naming it", async (_, args, field) => {
    const { code, stdout, stderr } = await run([...args, "--json"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain("npm run sample-command -- --help");
    expect(lastJson(stdout)).toEqual({ error: { code: "invalid_parameter", message: expect.any(String) as string, field } });
  });

  it("ends with 1 on a failure and tells its message alone", async () => {
    const { code, stdout, stderr } = await run(["a.json", "--fail", "told", "--json"]);
    expect(code).toBe(1);
    expect(lastJson(stdout)).toEqual({ error: { code: "bad_input", message: "a.json has no captions. Give a file with captions.", field: "a.json" } });
    expect(stderr).toContain("error: a.json has no captions. Give a file with captions.\n");
    expect(stderr).not.toContain("the first cause");
  });

  it("tells the causes of a failure under LOG_LEVEL=debug", async () => {
    expect((await run(["a.json", "--fail", "told"], { LOG_LEVEL: "debug" })).stderr).toContain("caused by: Error: the first cause");
  });

  it("ends with 1 on an error that nobody foresaw", async () => {
    const { code, stdout } = await run(["a.json", "--fail", "unexpected", "--json"]);
    expect(code).toBe(1);
    expect(lastJson(stdout)).toEqual({ error: { code: "internal", message: "nothing there", field: null } });
  });

  it("writes progress as plain lines to a stderr that is no terminal, one at the end of a stage", async () => {
    const { stderr } = await run(["a.json"]);
    expect(stderr).toMatch(/^embed: done, 10 captions, 5\/s, cpu, in 0\.0 s\n$/);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("stops on %s and ends with 130", async (signal) => {
    const { child, ended, says } = start(["a.json", "--wait", "--json", "--fail", ""]);
    await says("a library chatters");
    child.kill(signal);
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain("not finished");
    expect(lastJson(stdout)).toEqual({ error: { code: "cancelled", message: "Stopped.", field: null } });
  });

  it("ends at once on a second Ctrl-C", async () => {
    const { child, ended, says } = start(["a.json", "--stubborn", "--json"]);
    await says("a library chatters");
    child.kill("SIGINT");
    await says("Stopping");
    const again = setInterval(() => child.kill("SIGINT"), 100);
    expect((await ended).code).toBe(130);
    clearInterval(again);
  });
});
