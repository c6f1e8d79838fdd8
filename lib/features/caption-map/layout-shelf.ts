import { AppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { processSingleton } from "@/lib/core/process-singleton";
import type { Database } from "@/lib/database/client";
import { findCurrentLayout, findLayout, type Layout } from "@/lib/database/layouts";
import { type LayoutManifest, layoutManifestOf } from "@/lib/features/layouts/layout-manifest";
import { type LayoutKey, LayoutStore } from "@/lib/features/layouts/layout-store";
import { ShownLayout } from "./shown-layout";

/** Layouts held at once: the one that is shown, and another that somebody compares it with. */
const HELD = 2;

/** Layouts in the server's memory, loaded when they are first asked for; the ones asked for last stay. */
class LayoutShelf {
  private readonly held = new Map<string, Promise<ShownLayout>>();

  constructor(private readonly store: LayoutStore) {}

  take(key: LayoutKey): Promise<ShownLayout> {
    const loading = this.held.get(key.id) ?? this.load(key);
    this.held.delete(key.id);
    this.held.set(key.id, loading);
    for (const id of [...this.held.keys()].slice(0, -HELD)) this.held.delete(id);
    return loading;
  }

  private load(key: LayoutKey): Promise<ShownLayout> {
    const loading = this.store.load(key).then(async (layout) => ShownLayout.of(layout, { axes: await this.store.readAxes(key, layout.manifest), readWords: () => this.store.readWords(key, layout.manifest) }));
    loading.catch(() => this.held.delete(key.id));
    return loading;
  }
}

export const layoutStore = (): LayoutStore => processSingleton("layout store", () => new LayoutStore(readEnv().dataDir));

const shelf = () => processSingleton("layout shelf", () => new LayoutShelf(layoutStore()));

export interface KnownLayout {
  key: LayoutKey;
  manifest: LayoutManifest;
}

/**
 * A layout by its id, from the database: nothing of it is read from disk.
 * @throws AppError `not_found`, naming the one that is shown now
 */
export async function findKnownLayout(db: Database, id: string): Promise<KnownLayout> {
  const row = await findLayout(db, id);
  if (!row) throw await layoutGone(db, id);
  return { key: { generation: row.generationId, id: row.id }, manifest: layoutManifestOf(row) };
}

async function layoutGone(db: Database, id: string): Promise<AppError> {
  const current: Layout | null = await findCurrentLayout(db);
  const instead = current ? `The map shows ${current.id} now.` : "There is no other; npm run layout makes one.";
  return new AppError("not_found", `The layout ${id} is not there: it was removed, or went with its index generation. ${instead}`, { field: "layout" });
}

/** A layout in memory. @throws AppError `not_found`; `layout_damaged` */
export async function takeLayout(db: Database, id: string): Promise<ShownLayout> {
  return shelf().take((await findKnownLayout(db, id)).key);
}
