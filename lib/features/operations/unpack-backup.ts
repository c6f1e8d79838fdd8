import { createReadStream } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";
import { type Duplex, PassThrough, pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { extract, type Header } from "tar-stream";
import { AppError, toAppError } from "@/lib/core/errors";
import { HashedFile } from "@/lib/vector-index/hashed-file";
import { type BackupManifest, type BackupMember, backupManifestName, parseBackupManifest } from "./backup-manifest";

type Entry = AsyncIterable<Buffer> & { header: Header };

/** What a backup may hold, and nothing that leads out of the folder it is unpacked to. */
const MEMBER = /^(kotomap\.db|kotomap-backup\.json|(generations|models)(\/(?!\.{1,2}\/)[^/\\\p{Cc}]+)+)$/u;
const MANIFEST_LIMIT = 16 << 20;

interface UnpackOptions {
  signal: AbortSignal;
  /** Bytes of the archive read so far. */
  onRead: (bytes: number) => void;
}

/** The members as they are read: known by their own bytes, not yet by what the manifest says of them. */
class Unpacking {
  readonly members = new Map<string, BackupMember>();
  manifest: BackupManifest | null = null;
  /** The member being read. */
  current: string | null = null;

  constructor(private readonly file: string, private readonly folder: string) {}

  async take(entry: Entry): Promise<void> {
    const { name, type } = entry.header;
    this.current = name;
    const fine = type === "file" && MEMBER.test(name) && !name.split("/").includes("..") && !this.members.has(name);
    if (!fine) throw this.refused(name, "has no place in a backup of Kotomap");
    if (name !== backupManifestName) return void this.members.set(name, await this.write(entry));
    this.manifest = parseBackupManifest(await readText(entry));
    if (!this.manifest) throw this.refused(name, "cannot be read");
  }

  private async write(entry: Entry): Promise<BackupMember> {
    const { name } = entry.header;
    const to = path.join(this.folder, ...name.split("/"));
    await fs.mkdir(path.dirname(to), { recursive: true });
    const file = await HashedFile.create(to);
    try {
      for await (const block of entry) await file.write(block);
      return { name, ...(await file.finish()) };
    } finally {
      await file.abandon();
    }
  }

  /** @throws AppError `bad_input` naming the first member that is not what the manifest says */
  check(): BackupManifest {
    const { manifest } = this;
    if (!manifest) throw this.refused(backupManifestName, "is missing: the file is cut off, or no backup of Kotomap");
    for (const { name, bytes, sha256 } of manifest.members) {
      const found = this.members.get(name);
      if (!found) throw this.refused(name, "is missing");
      if (found.bytes !== bytes) throw this.refused(name, `has ${found.bytes} bytes instead of ${bytes}`);
      if (found.sha256 !== sha256) throw this.refused(name, "does not have the SHA-256 that it was written with");
    }
    const known = new Set(manifest.members.map(({ name }) => name));
    const strange = [...this.members.keys()].find((name) => !known.has(name));
    if (strange !== undefined) throw this.refused(strange, "is not among those it was written with");
    return manifest;
  }

  refused(member: string, what: string, cause?: unknown): AppError {
    return new AppError("bad_input", `${this.file} is damaged: its member ${member} ${what}. Nothing was changed; take another backup.`, { field: member, cause });
  }

  /** The archive cannot be read on. Where its end had come already, the digests tell which member is at fault. */
  failed(error: unknown): AppError {
    const known = toAppError(error);
    if (error instanceof AppError || known.code === "disk_full" || known.code === "cancelled" || isOfSystem(error)) return known;
    if (this.manifest) this.check();
    if (this.current === null) return new AppError("bad_input", `${this.file} is no backup of Kotomap: it is no tar archive, compressed or not.`, { field: "file", cause: error });
    return this.refused(this.current, `cannot be read to its end (${known.message})`, error);
  }
}

const isOfSystem = (error: unknown) => error instanceof Error && "syscall" in error;

async function readText(entry: Entry): Promise<string> {
  const blocks: Buffer[] = [];
  let bytes = 0;
  for await (const block of entry) if ((bytes += block.length) <= MANIFEST_LIMIT) blocks.push(block);
  return Buffer.concat(blocks).toString("utf8");
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await fs.open(file, "r");
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.readUInt16BE(0) === 0x1f8b;
  } finally {
    await handle.close();
  }
}

/**
 * Unpacks a backup into an empty folder, flushed to disk, and compares every member with its SHA-256.
 * @throws AppError `bad_input` naming the member that is damaged, missing or does not belong there; `disk_full`
 */
export async function unpackBackup(file: string, folder: string, { signal, onRead }: UnpackOptions): Promise<BackupManifest> {
  const unpacking = new Unpacking(path.basename(file), folder);
  const plain: Duplex = (await isGzip(file)) ? createGunzip() : new PassThrough();
  let read = 0;
  const source = createReadStream(file, { highWaterMark: 1 << 20, signal }).on("data", (block) => onRead((read += block.length)));
  // pipeline hands a failure of the bytes on to the extractor, where the loop meets it.
  const entries = pipeline(source, plain, extract(), () => undefined);
  try {
    for await (const entry of entries) await unpacking.take(entry as Entry);
  } catch (error) {
    signal.throwIfAborted();
    throw unpacking.failed(error);
  }
  return unpacking.check();
}
