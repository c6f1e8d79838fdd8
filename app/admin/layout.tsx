import type { Metadata } from "next";
import type { ReactNode } from "react";
import { adminMessages } from "../_i18n/admin-messages";
import { getLocale } from "../_i18n/translator";
import { AdminIntl } from "./_components/admin-intl";
import { serverTime } from "./_lib/server-time";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return <AdminIntl locale={locale} messages={adminMessages[locale]} now={serverTime()}>{children}</AdminIntl>;
}
