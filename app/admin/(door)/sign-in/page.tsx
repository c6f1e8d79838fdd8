import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslator } from "@/app/_i18n/translator";
import { findAdmin, hasPassword } from "../../_lib/find-admin";
import { readWayBack } from "../../_lib/way-back";
import { SignInForm } from "../_components/sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("admin.access.signIn.title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/admin/sign-in">) {
  const to = readWayBack((await searchParams).to);
  if (await findAdmin()) redirect(to);
  if (!(await hasPassword())) redirect("/admin/setup");
  const t = await getTranslator();
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{t("admin.access.signIn.heading")}</h1>
      <p className="mt-2 mb-6 text-sm leading-relaxed text-muted">{t("admin.access.signIn.lead")}</p>
      <SignInForm to={to} />
      <p className="mt-8 border-t border-rule pt-4 text-xs leading-relaxed text-muted">{t("admin.access.signIn.forgotten")} <code className="mt-1 block font-mono text-ink">npm run admin -- set-password</code></p>
    </>
  );
}
