import { spawn, type ChildProcessByStdio } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { bytesToVector } from "@/lib/core/vector";
import type { Contender } from "./contender";

/** A program that embeds the texts of a job file: tells what it opened, then embeds them once for each line it reads, and tells the seconds. */
export interface PeerProgram {
  command: string;
  args: readonly string[];
}

const opened = z.object({ about: z.string(), sample: z.base64() });
const round = z.object({ seconds: z.number().positive() });

export function peerContender({ command, args }: PeerProgram): Contender {
  let child: ChildProcessByStdio<Writable, Readable, null>;
  let lines: AsyncIterator<string>;
  async function answer<T>(schema: z.ZodType<T>): Promise<T> {
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      if (line.value.startsWith("{")) return schema.parse(JSON.parse(line.value));
    }
    throw new AppError("internal", `${command} ${args.join(" ")} ended early; what it wrote stands above. --install-peers installs what it needs anew.`);
  }
  return {
    async open() {
      child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
      child.on("error", () => child.stdout.destroy());
      lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      const { about, sample } = await answer(opened);
      return { about, sample: bytesToVector(Buffer.from(sample, "base64")) };
    },
    async round() {
      child.stdin.write("again\n");
      return (await answer(round)).seconds;
    },
    close: () => Promise.resolve(void child.stdin.end()),
  };
}
