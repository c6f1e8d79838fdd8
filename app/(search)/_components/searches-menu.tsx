"use client";

import Link from "next/link";
import { useEffect, useId, useRef, useState, type ChangeEvent, type SubmitEvent } from "react";
import { handOver } from "@/app/_browser/hand-over";
import { useBrowserList } from "@/app/_browser/use-browser-list";
import { Announce } from "@/app/_components/announce";
import { Icon } from "@/app/_components/icon";
import { type KeptSearch, savedSearches, searchHistory } from "@/app/_search/kept-searches";

export interface SearchesLabels {
  heading: string;
  save: string;
  saveAs: string;
  saved: string;
  notSaved: string;
  savedHeading: string;
  savedNone: string;
  recentHeading: string;
  recentNone: string;
  remove: string;
  clear: string;
  export: string;
  import: string;
  imported: string;
  notImported: string;
}

/** How many recent searches are shown. */
const SHOWN = 12;
const button = "rounded-md border border-edge px-3 py-1.5 hover:border-accent hover:text-accent";

/**
 * The searches that this browser keeps: recent ones, and those that were given a name.
 * @param current the search that the page shows, which is remembered; null on the start page
 */
export function SearchesMenu({ labels, current }: { labels: SearchesLabels; current: Pick<KeptSearch, "name" | "address"> | null }) {
  const [recent, saved] = [useBrowserList(searchHistory), useBrowserList(savedSearches)];
  const [told, setTold] = useState<string | null>(null);
  useEffect(() => {
    if (current) searchHistory.put({ ...current, at: new Date().toISOString() });
    // The same search, shown again, is no new one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current?.address]);
  return (
    <details className="text-sm">
      <summary className="inline-flex list-none items-center gap-1.5 rounded-md border border-rule px-3 py-1.5 text-muted hover:text-ink">
        <Icon name="clock" className="size-3.5" />
        {labels.heading}
      </summary>
      <div className="mt-3 grid gap-6 rounded-md border border-rule bg-card p-4 md:grid-cols-2">
        {current && <SaveForm key={current.address} labels={labels} current={current} onTold={setTold} />}
        <section>
          <h2 className="font-medium">{labels.savedHeading}</h2>
          <SearchLinks searches={saved} none={labels.savedNone} remove={labels.remove} onRemove={({ name }) => savedSearches.remove(name)} />
          <Transfer labels={labels} saved={saved} onTold={setTold} />
        </section>
        <section>
          <h2 className="font-medium">{labels.recentHeading}</h2>
          <SearchLinks searches={recent.slice(0, SHOWN)} none={labels.recentNone} remove={labels.remove} onRemove={({ address }) => searchHistory.remove(address)} />
          {recent.length > 0 && <p className="mt-3"><button type="button" className={button} onClick={() => searchHistory.clear()}>{labels.clear}</button></p>}
        </section>
        {told !== null && (
          <p className="md:col-span-2">
            <Announce text={told} />
            {told}
          </p>
        )}
      </div>
    </details>
  );
}

function SaveForm({ labels, current, onTold }: { labels: SearchesLabels; current: Pick<KeptSearch, "name" | "address">; onTold: (text: string) => void }) {
  const id = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get("name");
    if (typeof name !== "string" || name.trim() === "") return;
    onTold(savedSearches.put({ name: name.trim(), address: current.address, at: new Date().toISOString() }) ? labels.saved : labels.notSaved);
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap gap-2 md:col-span-2">
      <label htmlFor={id} className="self-center">{labels.saveAs}</label>
      <input id={id} name="name" required maxLength={80} autoComplete="off" defaultValue={current.name.slice(0, 80)} className="h-9 min-w-0 flex-1 basis-48 rounded-md border border-edge bg-paper px-3" />
      <button type="submit" className={button}>{labels.save}</button>
    </form>
  );
}

function SearchLinks({ searches, none, remove, onRemove }: { searches: readonly KeptSearch[]; none: string; remove: string; onRemove: (search: KeptSearch) => void }) {
  if (searches.length === 0) return <p className="mt-2 text-muted">{none}</p>;
  return (
    <ul className="mt-2">
      {searches.map((search) => (
        <li key={`${search.name} ${search.address}`} className="flex items-center gap-2 border-b border-rule last:border-b-0">
          <Link href={search.address} prefetch={false} className="min-w-0 flex-1 truncate py-1.5 hover:text-accent">{search.name}</Link>
          <button type="button" aria-label={remove.replace("{name}", search.name)} title={remove.replace("{name}", search.name)} onClick={() => onRemove(search)} className="grid size-8 shrink-0 place-items-center rounded-sm text-muted hover:bg-sunk hover:text-ink">
            <Icon name="trash" className="size-4" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Saved searches to a file and back, to share them or take them to another browser. */
function Transfer({ labels, saved, onTold }: { labels: SearchesLabels; saved: readonly KeptSearch[]; onTold: (text: string) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  const take = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const searches = savedSearches.parse((await input.files?.[0]?.text()) ?? null);
    input.value = "";
    if (searches.length === 0) return onTold(labels.notImported);
    onTold(savedSearches.put(...searches) ? labels.imported : labels.notSaved);
  };
  return (
    <p className="mt-3 flex flex-wrap gap-2">
      {saved.length > 0 && <button type="button" className={button} onClick={() => handOver(new Blob([JSON.stringify(saved, null, 2)], { type: "application/json" }), "kotomap-searches.json")}>{labels.export}</button>}
      <button type="button" className={button} onClick={() => picker.current?.click()}>{labels.import}</button>
      <input ref={picker} type="file" accept="application/json,.json" aria-label={labels.import} className="hidden" onChange={(event) => void take(event)} />
    </p>
  );
}
