import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslator, type Translator } from "@/app/_i18n/translator";
import { PASSWORD_LENGTH } from "@/lib/features/admin-access/password-rules";
import { isSetupSecret } from "@/lib/features/admin-access/setup-link";
import { searchEngine } from "@/lib/features/serving/search-engine";
import { hasPassword } from "../../_lib/find-admin";
import { SetupForm } from "../_components/setup-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  // The address has a secret in it.
  return { title: t("admin.access.setup.title"), referrer: "no-referrer" };
}

export default async function SetupPage({ searchParams }: PageProps<"/admin/setup">) {
  if (await hasPassword()) redirect("/admin/sign-in");
  const [t, { token }] = await Promise.all([getTranslator(), searchParams]);
  if (typeof token !== "string" || !(await isSetupSecret(await searchEngine().openDatabase(), token))) return <Closed t={t} used={token !== undefined} />;
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{t("admin.access.setup.heading")}</h1>
      <p className="mt-2 mb-6 text-sm leading-relaxed text-muted">{t("admin.access.setup.lead")}</p>
      <SetupForm token={token} rule={t("admin.access.password.rule", { min: PASSWORD_LENGTH.min })} />
    </>
  );
}

function Closed({ t, used }: { t: Translator; used: boolean }) {
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{t("admin.access.setup.closedHeading")}</h1>
      {used && <p className="mt-3 text-sm leading-relaxed text-bad">{t("admin.access.setup.closedUsed")}</p>}
      <p className="mt-3 text-sm leading-relaxed text-muted">{t("admin.access.setup.closedLead")}</p>
      <p className="mt-6 text-sm leading-relaxed">{t("admin.access.setup.byCommand")}</p>
      <p className="my-3"><code className="block rounded-md border border-rule bg-sunk px-3 py-2 font-mono text-sm">npm run admin -- set-password</code></p>
      <p className="text-sm leading-relaxed">{t("admin.access.setup.byLink")}</p>
    </>
  );
}
