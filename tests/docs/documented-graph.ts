interface Found {
  row: number;
  score: number;
}

/** A reader of index.hnsw that knows the tables of docs/index-format.md and nothing of hnswlib. */
export class DocumentedGraph {
  /** By the names of the documentation. */
  readonly header: Record<string, number>;
  /** The highest layer of each element. */
  readonly levels: number[] = [];
  /** Where the last element's upper layers end. */
  readonly end: number;
  private readonly upper: number[] = [];

  constructor(readonly bytes: Buffer, page: string) {
    this.header = readHeader(bytes, page);
    const layerBytes = 4 + 4 * this.field("M");
    let position = 96 + this.field("count") * this.field("elementBytes");
    for (let id = 0; id < this.field("count"); id++) {
      const size = bytes.readUInt32LE(position);
      this.upper.push(position + 4);
      this.levels.push(size / layerBytes);
      position += 4 + size;
    }
    this.end = position;
  }

  labelOf(id: number): number {
    return Number(this.bytes.readBigUInt64LE(this.elementAt(id) + this.field("labelOffset")));
  }

  vectorOf(id: number): Float32Array {
    const start = this.elementAt(id) + this.field("dataOffset");
    const values = (this.field("labelOffset") - this.field("dataOffset")) / 4;
    return Float32Array.from({ length: values }, (_, i) => this.bytes.readFloatLE(start + 4 * i));
  }

  linksOf(id: number, level: number): number[] {
    const start = level === 0 ? this.elementAt(id) : (this.upper[id] as number) + (level - 1) * (4 + 4 * this.field("M"));
    return Array.from({ length: this.bytes.readUInt16LE(start) }, (_, i) => this.bytes.readUInt32LE(start + 4 + 4 * i));
  }

  /** As the page describes a search, the nearest first. */
  search(query: Float32Array, ef: number): Found[] {
    const score = (row: number) => this.vectorOf(row).reduce((sum, value, i) => sum + value * (query[i] as number), 0);
    let best: Found = { row: this.field("entryPoint"), score: score(this.field("entryPoint")) };
    for (let level = this.field("maxLevel"); level > 0; level--) best = this.descend(best, level, score);
    const seen = new Set([best.row]);
    const open = [best];
    let nearest = [best];
    for (let next = open.shift(); next; next = open.shift()) {
      if (nearest.length >= ef && next.score < (nearest.at(-1)?.score ?? -1)) break;
      const fresh = this.linksOf(next.row, 0).filter((row) => !seen.has(row)).map((row) => ({ row, score: score(row) }));
      fresh.forEach(({ row }) => seen.add(row));
      open.push(...fresh);
      open.sort((a, b) => b.score - a.score);
      nearest = [...nearest, ...fresh].sort((a, b) => b.score - a.score).slice(0, ef);
    }
    return nearest;
  }

  private descend(from: Found, level: number, score: (row: number) => number): Found {
    for (let at = from; ; ) {
      const nearer = this.linksOf(at.row, level).map((row) => ({ row, score: score(row) })).reduce((most, one) => (one.score > most.score ? one : most), at);
      if (nearer === at) return at;
      at = nearer;
    }
  }

  private field(name: string): number {
    const value = this.header[name];
    if (value === undefined) throw new Error(`The documentation has no field ${name}.`);
    return value;
  }

  private elementAt(id: number): number {
    return 96 + id * this.field("elementBytes");
  }
}

function readHeader(bytes: Buffer, page: string): Record<string, number> {
  const rows = [...page.matchAll(/^\| (\d+) \| (?:4|8) \| (u64|u32|i32|f64) \| `(\w+)` \|/gm)];
  const readers = {
    u64: (at: number) => Number(bytes.readBigUInt64LE(at)),
    u32: (at: number) => bytes.readUInt32LE(at),
    i32: (at: number) => bytes.readInt32LE(at),
    f64: (at: number) => bytes.readDoubleLE(at),
  };
  const fields = rows.map(([, offset, type, name = ""]): [string, number] => [name, readers[type as keyof typeof readers](Number(offset))]);
  return Object.fromEntries(fields);
}
