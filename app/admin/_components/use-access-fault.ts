"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { PASSWORD_LENGTH } from "@/lib/features/admin-access/password-rules";
import { AdminRefusal } from "../_lib/admin-fetch";

/** What to say, in the reader's language, when signing in or changing access is refused. */
export function useAccessFault(): (thrown: unknown) => string {
  const t = useTranslations("admin.access.fault");
  return useCallback(
    (thrown) => {
      if (!(thrown instanceof AdminRefusal)) return t("unreachable");
      const { code, field, retryAfter } = thrown.refusal;
      if (code === "too_many_attempts") return retryAfter === null ? t("waitShort") : t("wait", { seconds: retryAfter });
      if (code === "unauthenticated" && field === "password") return t("wrong");
      if (code === "forbidden" && field === "present") return t("wrongPresent");
      if (code === "forbidden" && field === "token") return t("link");
      if (field === "name") return code === "conflict" ? t("nameTaken") : t("nameUnusable");
      if (field === "password") return /at most/.test(thrown.message) ? t("tooLong", PASSWORD_LENGTH) : t("tooShort", PASSWORD_LENGTH);
      return thrown.message;
    },
    [t],
  );
}
