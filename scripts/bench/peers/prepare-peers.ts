import { existsSync } from "node:fs";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import type { Peer, PeerModel } from "@/lib/features/evaluation/embedding/measure-embedding";
import { lastLines, runProcess } from "../../setup/run-process.mjs";

const TRANSFORMERS = "@huggingface/transformers@4.3.1";
const PYTHON = ["onnxruntime", "tokenizers", "numpy"];
const FOLDER = "kotomap";
const HERE = import.meta.dirname;

const pythonOf = (folder: string) => path.join(folder, "python", process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
const missingHint = "not installed: npm run bench:embed -- --install-peers";

/** @throws AppError `internal` with the end of what the program wrote */
async function run(program: string, args: string[], signal: AbortSignal): Promise<void> {
  const { code, output } = await runProcess(program, args, { signal });
  if (code !== 0) throw new AppError("internal", `${program} ${args.join(" ")} failed:\n${lastLines(output, 10)}`);
}

/** Installs what is compared with, into a folder of its own: transformers.js from npm, onnxruntime for Python from PyPI. */
export async function installPeers(folder: string, signal: AbortSignal): Promise<void> {
  await mkdir(folder, { recursive: true });
  await run("npm", ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", TRANSFORMERS], signal);
  await run("python3", ["-m", "venv", path.join(folder, "python")], signal);
  await run(pythonOf(folder), ["-m", "pip", "install", "--quiet", ...PYTHON], signal);
}

/** The model in the layout of the Hugging Face hub. Copies: a graph may not find its weights through a link. */
async function writeModelFolder(folder: string, { tokenizer, portable, weights, maxTokens }: PeerModel): Promise<void> {
  const onnx = path.join(folder, "onnx");
  await rm(folder, { recursive: true, force: true });
  await mkdir(onnx, { recursive: true });
  await writeFile(path.join(folder, "config.json"), JSON.stringify({ model_type: "bert" }));
  await writeFile(path.join(folder, "tokenizer_config.json"), JSON.stringify({ tokenizer_class: "PreTrainedTokenizerFast", pad_token: "<pad>", bos_token: "<s>", eos_token: "</s>", unk_token: "<unk>", model_max_length: maxTokens }));
  await copyFile(tokenizer, path.join(folder, "tokenizer.json"));
  await copyFile(portable, path.join(onnx, "model.onnx"));
  for (const file of weights) await copyFile(file, path.join(onnx, path.basename(file)));
}

async function writeJob(folder: string, name: string, job: object): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, JSON.stringify(job));
  return file;
}

/** What Kotomap is compared with, where it is installed. */
export function listPeers(folder: string, threads: number): Peer[] {
  return [
    {
      name: "transformers.js, portable graph, file order, batches of 32",
      target: 3,
      missing: existsSync(path.join(folder, "node_modules", "@huggingface", "transformers")) ? null : missingHint,
      prepare: async (model, texts) => {
        const models = path.join(folder, "models");
        await writeModelFolder(path.join(models, FOLDER), model);
        return { command: process.execPath, args: [path.join(HERE, "embed.mjs"), await writeJob(folder, "transformers.json", { texts, peers: folder, models, folder: FOLDER })] };
      },
    },
    {
      name: "Python onnxruntime, same graph, sorted by length",
      target: 1,
      missing: existsSync(pythonOf(folder)) ? null : missingHint,
      prepare: async ({ graph, tokenizer, maxTokens, padId, dimensions, output }, texts) => ({
        command: pythonOf(folder),
        args: [path.join(HERE, "embed.py"), await writeJob(folder, "python.json", { texts, threads, graph, tokenizer, maxTokens, padId, dimensions, output })],
      }),
    },
  ];
}
