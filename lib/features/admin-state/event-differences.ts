import type { LiveState } from "./live-feed";

/** One server-sent event. @param id comes back as Last-Event-ID */
export function eventBytes(name: string, json: string, id?: number): Uint8Array {
  return Buffer.from(`${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${json}\n\n`);
}

/** What one listener was told; gives what is new to it. */
export class EventDifferences {
  private jobs: LiveState["jobs"] = new Map();
  private overview: string | null = null;

  of(state: LiveState): Uint8Array[] {
    const changed = [...state.jobs].filter(([id, json]) => this.jobs.get(id) !== json).map(([, json]) => json);
    const events = changed.length > 0 ? [eventBytes("jobs", `[${changed.join(",")}]`)] : [];
    if (state.overview !== this.overview) events.push(eventBytes("overview", state.overview));
    this.jobs = state.jobs;
    this.overview = state.overview;
    return events;
  }
}
