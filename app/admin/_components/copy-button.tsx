"use client";

import { useTranslations } from "use-intl";
import { Button } from "./button";
import { useToast } from "./toasts";

/** @param label what is copied, for the button's face; just “Copy” where left out */
export function CopyButton({ text, label }: { text: string | (() => string); label?: string }) {
  const t = useTranslations();
  const toast = useToast();
  const copy = async () => {
    try {
      // Not there at all where the page came by plain http from another machine.
      await navigator.clipboard.writeText(typeof text === "string" ? text : text());
      toast(t("admin.shell.act.copied"));
    } catch {
      toast(t("admin.shell.act.copyFailed"), "bad");
    }
  };
  return <Button icon="copy" className="shrink-0" onClick={() => void copy()}>{label ?? t("admin.shell.act.copy")}</Button>;
}
