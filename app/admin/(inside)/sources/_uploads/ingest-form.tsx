"use client";

import { useId, useState, type SubmitEvent } from "react";
import { useLocale, useTranslations } from "use-intl";
import { languageName } from "@/app/_components/language-mark";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { Button } from "@/app/admin/_components/button";
import { Field, inputLook } from "@/app/admin/_components/field";
import { InlineError } from "@/app/admin/_components/inline-error";
import { SelectInput } from "@/app/admin/_components/select-input";
import { useAct } from "@/app/admin/_components/use-act";
import { useSubmitJob } from "@/app/admin/_jobs/submit-job";
import type { JobView } from "@/lib/features/jobs/job-types";
import type { UploadCheck, UploadView } from "@/lib/features/uploads/upload-types";
import { ENDPOINT } from "./transfer";

interface Props {
  upload: UploadView;
  check: UploadCheck;
  languages: string[];
  collections: string[];
}

/** The one collection that all members belong to; nothing where they differ, as each goes to its own then. */
function collectionOf({ members }: UploadCheck): string {
  const names = new Set(members.map(({ collection }) => collection ?? ""));
  return names.size === 1 ? ([...names][0] ?? "") : "";
}

/** What is said of a file before it is ingested. */
export function IngestForm({ upload: { id }, check, languages, collections }: Props) {
  const t = useTranslations("admin.index.upload");
  const locale = useLocale();
  const list = useId();
  const adminFetch = useAdminFetch();
  const { follow, leading } = useSubmitJob();
  const { pending, error, run } = useAct();
  const starting = pending || leading;
  const [collection, setCollection] = useState(() => collectionOf(check));
  const [language, setLanguage] = useState("");
  const [maxBad, setMaxBad] = useState("1");
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (starting) return;
    void run(async () => {
      const body = { collection: collection.trim() || null, language: language || null, maxBad: Number(maxBad) / 100 };
      const job = await adminFetch<JobView>(`${ENDPOINT}/${id}/ingest`, { method: "POST", body });
      follow(job);
    });
  };
  const choices = [...new Set(["ja", "en", ...languages, ...check.members.flatMap((member) => Object.keys(member.languages))])];
  return (
    <form onSubmit={submit} className="mt-5 border-t border-rule pt-4">
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
        <Field label={t("collection")} hint={t("collectionHint")}>
          {(props) => <input {...props} type="text" list={list} spellCheck={false} autoCapitalize="off" value={collection} onChange={(event) => setCollection(event.target.value)} className={inputLook} />}
        </Field>
        <datalist id={list}>{collections.map((name) => <option key={name} value={name} />)}</datalist>
        <Field label={t("language")} hint={t("languageHint")}>
          {(props) => (
            <SelectInput {...props} value={language} onChange={(event) => setLanguage(event.target.value)}>
              <option value="">{t("languageAuto")}</option>
              {choices.map((tag) => <option key={tag} value={tag}>{languageName(tag, locale)}</option>)}
            </SelectInput>
          )}
        </Field>
        <Field label={t("maxBad")} hint={t("maxBadHint")}>
          {(props) => <input {...props} type="number" required min={0} max={100} step={0.1} value={maxBad} onChange={(event) => setMaxBad(event.target.value)} className={inputLook} />}
        </Field>
      </div>
      <div className="mt-4 space-y-3">
        <InlineError message={error} />
        <Button type="submit" look="primary" pending={starting}>{starting ? t("ingesting") : t("ingest")}</Button>
      </div>
    </form>
  );
}
