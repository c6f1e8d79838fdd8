"use client";

import { useErrorLabels } from "./_components/error-labels";
import { Wordmark } from "./_components/wordmark";

/** Shown in place of a page that failed unexpectedly; the server's log says why. */
export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const { heading, body, retry: again, home } = useErrorLabels();
  return (
    <main id="content" tabIndex={-1} className="page-width py-16 outline-none md:py-24">
      <title>{`${heading} – Kotomap`}</title>
      {/* A full load: what failed may be in the browser's memory too. */}
      {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
      <a href="/" title={home} className="mb-12 inline-block"><Wordmark /></a>
      <div role="alert">
        <h1 className="text-2xl font-semibold md:text-3xl">{heading}</h1>
        <p className="mt-4 max-w-xl leading-relaxed text-muted">{body}</p>
      </div>
      <p className="mt-8 flex items-center gap-5">
        <button type="button" onClick={retry} className="rounded-md bg-ink px-5 py-2 text-paper hover:bg-accent hover:text-on-accent">{again}</button>
        {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
        <a href="/" className="underline decoration-edge underline-offset-4 hover:text-accent">{home}</a>
      </p>
    </main>
  );
}
