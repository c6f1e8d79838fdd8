"use client";

import { useTranslations } from "use-intl";
import type { MapRefusal } from "../_lib/map-fetch";

/** What the server refused; its own message is in English and names the mend. */
export function MapFault({ refusal }: { refusal: MapRefusal }) {
  const t = useTranslations("map.notice");
  return (
    <div role="alert" className="mt-2 text-sm">
      <p>{t("failed")}</p>
      <p lang="en" className="mt-1 border-l-2 border-rule pl-3 break-words text-muted">{refusal.message}</p>
    </div>
  );
}
