"use client";

import "./globals.css";

/** When even the layout fails, there is no language to go by: both are shown. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body className="font-sans">
        <title>Kotomap</title>
        <main className="page-width py-16" role="alert">
          <h1 className="text-2xl font-semibold">This page could not be shown</h1>
          <p lang="ja" className="mt-2 text-lg">ページを表示できませんでした</p>
          <p className="mt-8"><button type="button" onClick={retry} className="rounded-md bg-ink px-5 py-2 text-paper">Try again / <span lang="ja">もう一度試す</span></button></p>
        </main>
      </body>
    </html>
  );
}
