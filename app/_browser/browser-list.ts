type Storage = Pick<globalThis.Storage, "getItem" | "setItem">;

interface Kind<T> {
  /** Under which the browser keeps it. */
  key: string;
  /** The oldest of more are dropped. */
  most: number;
  /** Whether what was read can be used. */
  isItem: (value: unknown) => value is T;
  /** What there can be one of. */
  nameOf: (item: T) => string;
}

/** A list that this browser keeps for its user, the last first, for useSyncExternalStore. Where the browser keeps nothing (private windows, storage turned off), it is empty. */
export class BrowserList<T> {
  private read: { text: string | null; items: T[] } = { text: null, items: [] };
  private readonly listeners = new Set<() => void>();

  constructor(private readonly kind: Kind<T>, private readonly storage: () => Storage = () => localStorage) {}

  /** The same list until it changes. */
  readonly current = (): T[] => {
    const text = this.readText();
    if (text !== this.read.text) this.read = { text, items: this.parse(text) };
    return this.read.items;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** What was kept as text, as far as it can be used. */
  parse(text: string | null): T[] {
    try {
      const read = JSON.parse(text ?? "[]") as unknown;
      return Array.isArray(read) ? read.filter(this.kind.isItem) : [];
    } catch {
      return [];
    }
  }

  /** Puts items first; those of the same name are replaced. @returns whether the browser keeps them */
  put(...items: T[]): boolean {
    const names = new Set(items.map(this.kind.nameOf));
    return this.write([...items, ...this.current().filter((item) => !names.has(this.kind.nameOf(item)))].slice(0, this.kind.most));
  }

  remove(name: string): void {
    this.write(this.current().filter((item) => this.kind.nameOf(item) !== name));
  }

  clear(): void {
    this.write([]);
  }

  private readText(): string | null {
    try {
      return this.storage().getItem(this.kind.key);
    } catch {
      return null;
    }
  }

  private write(items: T[]): boolean {
    try {
      this.storage().setItem(this.kind.key, JSON.stringify(items));
    } catch {
      return false;
    }
    for (const listener of this.listeners) listener();
    return true;
  }
}
