"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import type { AdminMessages } from "@/app/_i18n/admin-messages";
import type {} from "@/app/_i18n/browser-messages";
import type { Locale } from "@/app/_i18n/locale";

interface Props {
  locale: Locale;
  messages: AdminMessages;
  /** Milliseconds since 1970 when the server rendered the page: the browser begins with the same “3 minutes ago”. */
  now: number;
  children: ReactNode;
}

/** Gives client components under it `useTranslations()`, with the keys that `getTranslator()` has on the server. */
export function AdminIntl({ locale, messages, now, children }: Props) {
  return <IntlProvider locale={locale} messages={{ admin: messages }} timeZone="UTC" now={new Date(now)}>{children}</IntlProvider>;
}
