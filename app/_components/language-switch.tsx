"use client";

import { useRouter } from "next/navigation";
import { LOCALE_COOKIE, type Locale } from "../_i18n/locale";

const YEAR = 365 * 24 * 60 * 60;

/** Changes to the other language and remembers it for a year. @param label that language's own name for itself */
export function LanguageSwitch({ to, label }: { to: Locale; label: string }) {
  const router = useRouter();
  const change = () => {
    document.cookie = `${LOCALE_COOKIE}=${to}; path=/; max-age=${YEAR}; samesite=lax`;
    router.refresh();
  };
  return (
    <button type="button" lang={to} onClick={change} className="rounded-sm px-2 py-1.5 text-sm text-muted hover:text-ink">
      {label}
    </button>
  );
}
