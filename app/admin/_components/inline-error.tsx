"use client";

import { useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";

/** What stopped an act, where it was tried. @param message the server's own, in English: it names the mend */
export function InlineError({ message, heading }: { message: string | null; heading?: string }) {
  const t = useTranslations();
  return (
    <div role="alert">
      {message !== null && (
        <div className="flex gap-2.5 rounded-md bg-bad-soft px-3.5 py-2.5 text-sm">
          <Icon name="alert" className="mt-0.5 size-4 shrink-0 text-bad" />
          <div className="min-w-0">
            <p className="font-medium text-bad">{heading ?? t("admin.shell.act.failed")}</p>
            <p lang="en" className="mt-0.5 leading-relaxed wrap-anywhere">{message}</p>
          </div>
        </div>
      )}
    </div>
  );
}
