"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { LinkPending } from "@/app/_components/link-pending";
import { useRunningCount } from "./live-state";
import { SignOut } from "./sign-out";

const pages = [
  { path: "/admin", word: "overview" },
  { path: "/admin/jobs", word: "jobs" },
  { path: "/admin/generations", word: "generations" },
  { path: "/admin/reindex", word: "reindex" },
  { path: "/admin/sources", word: "sources" },
  { path: "/admin/layouts", word: "layouts" },
  { path: "/admin/golden", word: "golden" },
  { path: "/admin/security", word: "security" },
] as const;

const item = "flex min-h-8 items-center gap-2 rounded-md px-3 py-1 whitespace-nowrap";

/** The pages of the administration: beside the page where there is room, else a row above it that scrolls. */
export function AdminNav() {
  const [t, path] = [useTranslations(), usePathname()];
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const [list, current] = [row.current, row.current?.querySelector<HTMLElement>("[aria-current]")];
    if (list && current) list.scrollLeft = current.offsetLeft - (list.clientWidth - current.clientWidth) / 2;
  }, [path]);
  return (
    <nav ref={row} aria-label={t("admin.shell.heading")} className="relative -mx-4 flex items-center gap-0.5 overflow-x-auto border-b border-rule px-4 py-2 text-sm [scrollbar-width:none] lg:sticky lg:top-16 lg:mx-0 lg:flex-col lg:items-stretch lg:self-start lg:overflow-visible lg:border-0 lg:px-0 lg:py-8">
      <p className="hidden px-3 pb-2 text-xs font-medium text-muted lg:block">{t("admin.shell.heading")}</p>
      {pages.map(({ path: href, word }) => {
        const current = href === "/admin" ? path === href : path.startsWith(href);
        return (
          <Link key={href} href={href} prefetch={false} aria-current={current ? "page" : undefined} className={clsx(item, current ? "bg-sunk font-medium" : "text-muted hover:text-ink")}>
            {t(`admin.shell.nav.${word}`)}
            {word === "jobs" && <RunningMark />}
            <LinkPending />
          </Link>
        );
      })}
      <span className="mx-1 h-5 border-l border-rule lg:my-3 lg:h-0 lg:border-t lg:border-l-0" aria-hidden="true" />
      <Link href="/" prefetch={false} className={clsx(item, "text-muted hover:text-ink")}>{t("admin.shell.nav.search")}<LinkPending /></Link>
      <SignOut className={clsx(item, "text-left text-muted hover:text-ink")} />
    </nav>
  );
}

/** How many jobs are running, on every page. */
function RunningMark() {
  const t = useTranslations();
  const count = useRunningCount();
  if (count === 0) return null;
  return (
    <span className="ml-auto rounded-full bg-accent px-1.5 text-xs leading-5 font-medium text-on-accent tabular-nums">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t("admin.shell.nav.running", { count })}</span>
    </span>
  );
}
