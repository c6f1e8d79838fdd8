import type { Locale } from "./locale";
import accessEn from "./messages/admin/access.en.json";
import accessJa from "./messages/admin/access.ja.json";
import indexEn from "./messages/admin/index.en.json";
import indexJa from "./messages/admin/index.ja.json";
import jobsEn from "./messages/admin/jobs.en.json";
import jobsJa from "./messages/admin/jobs.ja.json";
import layoutsEn from "./messages/admin/layouts.en.json";
import layoutsJa from "./messages/admin/layouts.ja.json";
import shellEn from "./messages/admin/shell.en.json";
import shellJa from "./messages/admin/shell.ja.json";

const en = { shell: shellEn, jobs: jobsEn, index: indexEn, layouts: layoutsEn, access: accessEn };

export type AdminMessages = typeof en;

/** What the administration says. Its pages are live, so the browser is sent these messages, and no others. */
export const adminMessages: Record<Locale, AdminMessages> = { en, ja: { shell: shellJa, jobs: jobsJa, index: indexJa, layouts: layoutsJa, access: accessJa } };
