"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { AccessForm } from "@/app/admin/_components/access-form";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { Field, inputLook } from "@/app/admin/_components/field";

const FOREVER = "";
const DAYS = [7, 30, 90, 365];

export function NewTokenForm({ onMade }: { onMade: (made: { name: string; token: string }) => void }) {
  const [t, router, ask] = [useTranslations("admin.access.tokens"), useRouter(), useAdminFetch()];
  const create = async (given: FormData) => {
    const days = given.get("days");
    const made = await ask("/api/v1/admin/tokens", { method: "POST", body: { name: given.get("name"), days: days === FOREVER ? null : Number(days) } });
    onMade(made as { name: string; token: string });
    router.refresh();
  };
  return (
    <div className="max-w-lg">
      <AccessForm submit={t("create")} onSubmit={create}>
        {(invalid) => (
          <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
            <Field label={t("name")} hint={t("nameHint")}>{(field) => <input {...field} aria-invalid={invalid || undefined} name="name" required maxLength={64} autoComplete="off" className={inputLook} />}</Field>
            <Field label={t("expires")}>
              {(field) => (
                <select {...field} name="days" defaultValue={DAYS[1]} className={inputLook}>
                  {DAYS.map((count) => <option key={count} value={count}>{t("days", { count })}</option>)}
                  <option value={FOREVER}>{t("forever")}</option>
                </select>
              )}
            </Field>
          </div>
        )}
      </AccessForm>
    </div>
  );
}
