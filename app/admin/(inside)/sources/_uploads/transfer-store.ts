import type { UploadView } from "@/lib/features/uploads/upload-types";
import { findEarlier } from "./find-earlier";
import { Transfer, type TransferView } from "./transfer";

interface Sending {
  csrf: string;
  /** What the server has, among which a file's beginning may be. */
  uploads: UploadView[];
  /** Looks into a file that is whole; the transfer ends with it. */
  check: (id: string) => Promise<unknown>;
}

/** The transfers of this tab. They go on while other pages of the administration are looked at. */
class TransferStore {
  private readonly transfers = new Map<number, Transfer>();
  private readonly listeners = new Set<() => void>();
  private views: readonly TransferView[] = [];
  private last = 0;

  readonly read = (): readonly TransferView[] => this.views;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async send(file: File, { csrf, uploads, check }: Sending): Promise<void> {
    const busy = new Set(this.views.map(({ id }) => id));
    const earlier = await findEarlier(file, uploads.filter(({ id }) => !busy.has(id)));
    const key = ++this.last;
    const onReceived = (id: string) => void check(id).then(() => this.drop(key), (error: unknown) => this.show({ ...this.viewOf(key), state: "stopped", error: error instanceof Error ? error.message : String(error) }));
    const transfer = new Transfer(file, { key, csrf, resumes: earlier?.id ?? null, onChange: (view) => this.show(view), onReceived });
    this.transfers.set(key, transfer);
    this.show(transfer.current);
    transfer.start();
  }

  start(key: number): void {
    this.transfers.get(key)?.start();
  }

  async pause(key: number): Promise<void> {
    await this.transfers.get(key)?.pause();
  }

  /** Forgets a transfer; what the server has of it stays there. */
  async forget(key: number): Promise<void> {
    await this.pause(key);
    this.drop(key);
  }

  private viewOf(key: number): TransferView {
    const view = this.views.find((shown) => shown.key === key);
    if (!view) throw new Error(`There is no transfer ${key}.`);
    return view;
  }

  private drop(key: number): void {
    this.transfers.delete(key);
    this.tell(this.views.filter((view) => view.key !== key));
  }

  private show(view: TransferView): void {
    if (!this.transfers.has(view.key)) return;
    const known = this.views.some(({ key }) => key === view.key);
    this.tell(known ? this.views.map((other) => (other.key === view.key ? view : other)) : [...this.views, view]);
  }

  private tell(views: readonly TransferView[]): void {
    this.views = views;
    for (const listener of this.listeners) listener();
  }
}

export const transferStore = new TransferStore();
