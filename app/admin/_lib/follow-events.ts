import type { LiveOverview } from "@/lib/features/admin-state/admin-types";
import type { JobLogLine, JobView } from "@/lib/features/jobs/job-types";
import type { LiveStore } from "./live-store";
import { pollState } from "./poll-state";

/** Milliseconds between two questions where events do not come through, and until events are tried again. */
const ASK_EVERY = 2500;
const TRY_EVENTS_EVERY = 30_000;
/** Failures in a row after which the connection is held to be no good. */
const FAILURES = 3;

interface Following {
  /** The job whose log is wanted. */
  jobId: number | null;
  /** After an interruption: something may have been missed. */
  onReturn: () => void;
}

/**
 * Keeps the store up to date: by server-sent events, which a browser resumes by itself, else by asking every few seconds.
 * @returns ends it
 */
export function followEvents(store: LiveStore, { jobId, onReturn }: Following): () => void {
  const address = `/api/v1/admin/events${jobId === null ? "" : `?job=${jobId}`}`;
  let events: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let ended = false;

  const listen = () => {
    events = new EventSource(address);
    events.addEventListener("jobs", ({ data }: MessageEvent<string>) => store.hearJobs(JSON.parse(data) as JobView[]));
    events.addEventListener("overview", ({ data }: MessageEvent<string>) => store.hearOverview(JSON.parse(data) as LiveOverview));
    events.addEventListener("log", ({ data }: MessageEvent<string>) => jobId !== null && store.hearLog(jobId, JSON.parse(data) as JobLogLine[]));
    events.onopen = () => {
      if (failures > 0) onReturn();
      failures = 0;
      store.begin();
      store.connect("live");
    };
    events.onerror = () => {
      store.connect("connecting");
      failures++;
      if (events?.readyState !== EventSource.CLOSED && failures < FAILURES) return;
      events?.close();
      void poll(performance.now() + TRY_EVENTS_EVERY);
    };
  };

  const poll = async (until: number) => {
    const heard = await pollState(store, jobId).catch(() => false);
    if (ended) return;
    store.connect(heard ? "polling" : "connecting");
    timer = setTimeout(() => void (performance.now() < until ? poll(until) : listen()), ASK_EVERY);
  };

  listen();
  return () => {
    ended = true;
    events?.close();
    clearTimeout(timer);
  };
}
