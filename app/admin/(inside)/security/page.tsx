import type { Metadata } from "next";
import { userAgentFromString } from "next/server";
import { getTranslator, type Translator } from "@/app/_i18n/translator";
import { EmptyState } from "@/app/admin/_components/empty-state";
import { PageHeading } from "@/app/admin/_components/page-heading";
import { Section } from "@/app/admin/_components/section";
import { requireAdmin } from "@/app/admin/_lib/require-admin";
import { addressOf } from "@/app/admin/_lib/way-back";
import { listAudit } from "@/lib/features/admin-access/list-audit";
import { listSessions } from "@/lib/features/admin-access/list-sessions";
import { listTokens } from "@/lib/features/admin-access/list-tokens";
import { PASSWORD_LENGTH } from "@/lib/features/admin-access/password-rules";
import { openData } from "@/lib/features/admin-state/open-data";
import { AuditPages } from "./_components/audit-pages";
import { AuditTable } from "./_components/audit-table";
import { PasswordForm } from "./_components/password-form";
import { SessionTable } from "./_components/session-table";
import { SignOutEverywhere } from "./_components/sign-out-everywhere";
import { TokenSection } from "./_components/token-section";

/** Entries of the audit list that a page shows. */
const ENTRIES = 30;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("admin.shell.title", { page: t("admin.access.security.heading") }) };
}

export default async function SecurityPage({ searchParams }: PageProps<"/admin/security">) {
  const { sessionId } = await requireAdmin(addressOf("/admin/security", await searchParams));
  const { db } = await openData();
  const before = entryNumber((await searchParams).before);
  const [t, sessions, tokens, audit] = await Promise.all([getTranslator(), listSessions(db, sessionId), listTokens(db), listAudit(db, { before, limit: ENTRIES })]);
  return (
    <>
      <PageHeading heading={t("admin.access.security.heading")} lead={t("admin.access.security.lead")} />
      <div className="space-y-10">
        <Section heading={t("admin.access.sessions.heading")} aside={<SignOutEverywhere />}>
          <SessionTable sessions={sessions.map((session) => ({ ...session, browser: describeBrowser(session.userAgent, t) }))} />
          <p className="mt-3 text-sm text-muted">{t("admin.access.sessions.lead")}</p>
        </Section>
        <Section heading={t("admin.access.tokens.heading")}><TokenSection tokens={tokens} /></Section>
        <Section heading={t("admin.access.change.heading")}><PasswordForm rule={t("admin.access.password.rule", { min: PASSWORD_LENGTH.min })} /></Section>
        <Section heading={<span id="audit">{t("admin.access.audit.heading")}</span>}>
          {audit.entries.length === 0 ? <EmptyState heading={t("admin.access.audit.none")} /> : <AuditTable entries={audit.entries} />}
          <AuditPages older={audit.next} first={before === null} />
        </Section>
      </div>
    </>
  );
}

const entryNumber = (text: string | string[] | undefined): number | null => (typeof text === "string" && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

function describeBrowser(userAgent: string, t: Translator): string {
  const { browser, os } = userAgentFromString(userAgent);
  if (!browser.name) return userAgent.split(" ")[0] || t("admin.access.sessions.unknownBrowser");
  return os.name ? t("admin.access.sessions.on", { browser: browser.name, system: os.name }) : browser.name;
}
