"use client";

import { useTranslations } from "use-intl";
import { useAdminFetch } from "./admin-session";
import { useToast } from "./toasts";
import { useAct } from "./use-act";

export function SignOut({ className }: { className: string }) {
  const [t, toast, ask] = [useTranslations(), useToast(), useAdminFetch()];
  const { pending, run } = useAct();
  const signOut = async () => {
    const ended = await run(() => ask("/api/v1/admin/sign-out", { method: "POST" }));
    // A full load, which leads to signing in: nothing of what was shown is to stay in the browser's memory.
    if (ended) location.reload();
    else toast(t("admin.shell.act.failed"), "bad");
  };
  return <button type="button" className={className} aria-disabled={pending} data-pending={pending} onClick={() => void signOut()}>{t("admin.shell.nav.signOut")}</button>;
}
