"use client";

import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import type {} from "@/app/_i18n/browser-messages";
import type { Locale } from "@/app/_i18n/locale";
import type { MapMessages } from "@/app/_i18n/map-messages";

/** Gives the map's client components their words and the address of the page. */
export function MapIntl({ locale, messages, children }: { locale: Locale; messages: MapMessages; children: ReactNode }) {
  return (
    <IntlProvider locale={locale} messages={{ map: messages }} timeZone="UTC">
      <NuqsAdapter>{children}</NuqsAdapter>
    </IntlProvider>
  );
}
