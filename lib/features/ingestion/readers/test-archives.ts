import { crc32 } from "node:zlib";
import { pack, type Header } from "tar-stream";

/** A member's path, or its whole tar header, and its content. */
export type TestMember = [string | (Partial<Header> & { name: string }), string | Buffer];

/** For tests: a tar archive of these members. */
export async function tarOf(members: TestMember[]): Promise<Buffer> {
  const archive = pack();
  for (const [member, content] of members) archive.entry(typeof member === "string" ? { name: member } : member, content);
  archive.finalize();
  const buffers: Buffer[] = [];
  for await (const buffer of archive as AsyncIterable<Buffer>) buffers.push(buffer);
  return Buffer.concat(buffers);
}

/** The 26 bytes that a member's local header and its directory entry share; stored, not compressed. */
function zipFields(name: Buffer, content: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

/** For tests: a zip archive of these members. */
export function zipOf(members: [string, string | Buffer][]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of members) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(content)];
    const fields = zipFields(name, bytes);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\0", "latin1"), fields, rest, name);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, name, bytes]);
    parts.push(entry);
    offset += entry.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, entries, Buffer.from("PK\x05\x06", "latin1"), end]);
}
