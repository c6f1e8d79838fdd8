import { Upload, type DetailedError } from "tus-js-client";
import { RateMeter } from "./rate-meter";

/** "waiting": the connection is gone, and it will be tried again; "stopped": it will not. */
export type TransferState = "uploading" | "paused" | "waiting" | "checking" | "stopped";

export interface TransferView {
  /** Of this page: the server has no id for it before the first answer. */
  key: number;
  /** The upload's id on the server; null before that has answered. */
  id: string | null;
  name: string;
  /** Bytes. */
  size: number;
  sent: number;
  /** Bytes a second. */
  rate: number | null;
  state: TransferState;
  error: string | null;
}

interface TransferOptions {
  key: number;
  csrf: string;
  /** The upload that this goes on with. */
  resumes: string | null;
  onChange: (view: TransferView) => void;
  /** Everything is on the server. */
  onReceived: (id: string) => void;
}

export const ENDPOINT = "/api/v1/admin/uploads";
/** Bytes of one request: a server gives a request five minutes, which is enough for this much over a slow line. */
const PART = 16 * 2 ** 20;
/** Milliseconds between attempts to reach the server. Each part that arrives begins them anew. */
const DELAYS = [0, 1000, 2000, 5000, ...Array<number>(60).fill(10_000)];

export const idOf = (address: string | null): string | null => address?.split("/").at(-1) ?? null;

function messageOf(error: Error | DetailedError): string {
  const body = "originalResponse" in error ? error.originalResponse?.getBody() : undefined;
  try {
    return (JSON.parse(body ?? "") as { error: { message: string } }).error.message;
  } catch {
    return error.message;
  }
}

/** Whether another attempt may help: the server cannot be reached, is busy, or has not let go of the part before. @param begun whether the server has taken the upload up: it refuses a new one for reasons that stay */
function isPassing({ originalResponse }: DetailedError, begun: boolean): boolean {
  const status = originalResponse?.getStatus() ?? 0;
  return status === 0 || (begun && status === 409) || status === 423 || status === 429 || (status >= 500 && status !== 507);
}

/** One file on its way to the server. */
export class Transfer {
  private readonly upload: Upload;
  private readonly meter = new RateMeter();
  private view: TransferView;

  constructor(file: File, private readonly options: TransferOptions) {
    this.view = { key: options.key, id: options.resumes, name: file.name, size: file.size, sent: 0, rate: null, state: "uploading", error: null };
    this.upload = new Upload(file, {
      endpoint: ENDPOINT,
      uploadUrl: options.resumes && `${ENDPOINT}/${options.resumes}`,
      metadata: { filename: file.name },
      headers: { "X-Kotomap-CSRF": options.csrf },
      chunkSize: PART,
      retryDelays: DELAYS,
      removeFingerprintOnSuccess: true,
      onShouldRetry: (error) => isPassing(error, this.upload.url !== null) && this.waits(),
      onUploadUrlAvailable: () => this.change({ id: idOf(this.upload.url) }),
      onProgress: (sent) => this.measure(sent),
      onSuccess: () => this.finish(),
      onError: (error) => this.change({ state: "stopped", rate: null, error: messageOf(error) }),
    });
  }

  get current(): TransferView {
    return this.view;
  }

  /** Begins, or goes on where it stopped. */
  start(): void {
    this.meter.restart();
    this.change({ state: "uploading", error: null });
    this.upload.start();
  }

  async pause(): Promise<void> {
    this.change({ state: "paused", rate: null });
    await this.upload.abort();
  }

  private waits(): boolean {
    this.meter.restart();
    this.change({ state: "waiting", rate: null });
    return true;
  }

  private measure(sent: number): void {
    if (this.view.state === "paused") return;
    this.meter.add(performance.now(), sent);
    this.change({ state: "uploading", sent, rate: this.meter.rate });
  }

  private finish(): void {
    this.change({ state: "checking", sent: this.view.size, rate: null });
    if (this.view.id !== null) this.options.onReceived(this.view.id);
  }

  private change(part: Partial<TransferView>): void {
    this.view = { ...this.view, ...part };
    this.options.onChange(this.view);
  }
}
