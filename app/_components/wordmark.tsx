/** The letter こ drawn as two strokes, and a place on the map. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-2.5">
      <svg viewBox="6 6 20 21" className="size-7" fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
        <path d="M8.5 9.4c4.2 1 9.6 1 14.2-.3-2.3 1-3.9 2.2-5.2 3.7" />
        <path d="M8.8 19.2c-1.1 4 2.2 5.3 6.6 5.3 3.2 0 6.1-.4 8.5-1.1" />
        <circle cx="20.8" cy="17.6" r="2.7" className="fill-accent" stroke="none" />
      </svg>
      <span className="text-[1.0625rem] font-semibold tracking-tight">Kotomap</span>
      <span className="hidden border-l border-edge pl-2.5 text-xs text-muted xs:inline" lang="ja">ことマップ</span>
    </span>
  );
}
