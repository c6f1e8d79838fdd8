"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { ServerUnreachable } from "../_lib/admin-fetch";

/** What to say of something that failed: in the reader's language where no answer came, else as the API says it. */
export function useFaultWords(): (thrown: unknown) => string {
  const t = useTranslations("admin.shell.act");
  return useCallback((thrown) => (thrown instanceof ServerUnreachable ? t("unreachable") : thrown instanceof Error ? thrown.message : String(thrown)), [t]);
}
