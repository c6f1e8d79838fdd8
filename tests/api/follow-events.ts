import type { AdminSession } from "../server/admin";

export interface ServerEvent {
  name: string;
  /** Null for events without one. */
  id: string | null;
  data: unknown;
}

const fieldOf = (block: string, field: string) => new RegExp(`^${field}: (.*)$`, "m").exec(block)?.[1] ?? null;

/** Server-sent events of the running app until they are enough; ends where the server ends them. */
export async function* followEvents(admin: AdminSession, path: string, headers: Record<string, string> = {}): AsyncGenerator<ServerEvent> {
  const abort = new AbortController();
  try {
    const response = await admin.fetch(path, { headers, signal: abort.signal });
    if (!response.ok || !response.body) throw new Error(`${path} answered ${response.status}`);
    let text = "";
    for await (const bytes of response.body.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
      const blocks = (text + bytes).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const name = fieldOf(block, "event");
        if (name) yield { name, id: fieldOf(block, "id"), data: JSON.parse(fieldOf(block, "data") ?? "null") as unknown };
      }
    }
  } finally {
    abort.abort();
  }
}
