import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { runProcess } from "./run-process.mjs";

function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}

describe.each(["up", "start", "build", "verify", "generate"])("npm run %s", (name) => {
  it("shows its help and ends with 0", async () => {
    const { code, stdout } = await run([`scripts/${name}.mjs`, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: npm run ${name} -- [options]`);
  });

  it("ends with 2 on an unknown option", async () => {
    const { code, stdout, stderr } = await run([`scripts/${name}.mjs`, "--nope", "--json"]);
    expect(code).toBe(2);
    expect(stderr).toContain("--nope");
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: "invalid_parameter" } });
  });
});

describe("a failure", () => {
  it("ends with 1, told on stderr and as the one line of stdout with --json", async () => {
    const { code, stdout, stderr } = await run(["scripts/up.mjs", "--json"], { PORT: "abc" });
    expect(code).toBe(1);
    expect(stderr).toContain("error: PORT=abc is no port");
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: "invalid_setting", field: "PORT" } });
  });
});

describe("runProcess", () => {
  it("gives exit code and output", async () => {
    expect(await runProcess(process.execPath, ["-e", 'console.log("out"); process.exit(3)'])).toEqual({ code: 3, output: "out\n", stdout: "out\n" });
  });

  it("gives 128 and the signal's number for a program that was killed", async () => {
    expect(await runProcess(process.execPath, ["-e", 'process.kill(process.pid, "SIGKILL")'])).toMatchObject({ code: 137 });
  });

  it("stops the program when told to", async () => {
    const controller = new AbortController();
    const running = runProcess(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { signal: controller.signal });
    controller.abort();
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
  });

  it("names a program that is not there", async () => {
    await expect(runProcess("no-such-program", [])).rejects.toThrow("no-such-program could not be started");
  });
});
