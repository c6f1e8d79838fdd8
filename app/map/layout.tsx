import type { ReactNode } from "react";
import { mapMessages } from "../_i18n/map-messages";
import { getLocale } from "../_i18n/translator";
import { MapIntl } from "./_components/map-intl";

export default async function MapLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return <MapIntl locale={locale} messages={mapMessages[locale]}>{children}</MapIntl>;
}
