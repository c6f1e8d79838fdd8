"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { Badge } from "@/app/admin/_components/badge";
import { ConfirmButton } from "@/app/admin/_components/confirm-button";
import { Facts } from "@/app/admin/_components/facts";
import { RelativeTime } from "@/app/admin/_components/time";
import { useToast } from "@/app/admin/_components/toasts";
import type { LayoutView } from "@/lib/features/caption-map/map-types";
import { LayoutQualityList } from "./layout-quality";

const described = (parameters: LayoutView["parameters"]) => Object.entries(parameters).map(([name, value]) => `${name} ${value}`).join(", ");

/** @param older whether another generation is in use */
export function LayoutRow({ layout, shown, older }: { layout: LayoutView; shown: boolean; older: boolean }) {
  const t = useTranslations("admin.layouts");
  const { id, method, unit, language, distance, count, placed, quality } = layout;
  return (
    <li className="grid gap-x-8 gap-y-4 border-b border-rule py-5 md:grid-cols-2">
      <div className="min-w-0">
        <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="font-medium">{t(`methods.${method}`)} · {t(`pointsOf.${unit}`, { count })} · {language ?? t("allLanguages")}</h3>
          {shown && <Badge tone="good" icon="check">{t("shown")}</Badge>}
          {older && <Badge tone="neutral" icon="clock">{t("older")}</Badge>}
        </div>
        <Facts facts={[
          { name: t("facts.generation"), value: layout.generation },
          { name: t("facts.parameters"), value: [described(layout.parameters), t(`distances.${distance}`)].filter(Boolean).join(", ") },
          { name: t("facts.points"), value: placed > 0 ? t("placed", { count: placed }) : null },
          { name: t("facts.made"), value: <RelativeTime at={layout.createdAt} /> },
          { name: t("facts.took"), value: t("seconds", { seconds: Math.round(layout.seconds) }) },
        ]} />
        <div className="mt-3 flex flex-wrap items-center gap-4 text-sm">
          <Link href={`/map?layout=${id}`} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("open")}</Link>
          <RemoveLayout id={id} />
        </div>
      </div>
      <LayoutQualityList quality={quality} />
    </li>
  );
}

function RemoveLayout({ id }: { id: string }) {
  const t = useTranslations("admin.layouts.remove");
  const [router, adminFetch, toast] = [useRouter(), useAdminFetch(), useToast()];
  const remove = async () => {
    await adminFetch(`/api/v1/admin/layouts/${id}`, { method: "DELETE" });
    toast(t("done", { id }));
    router.refresh();
  };
  return (
    <ConfirmButton label={t("button")} icon="trash" look="quiet" confirmLook="danger" describes={id} heading={t("heading")} confirm={t("confirm")} onConfirm={remove}>
      <p className="font-medium text-ink tabular-nums">{id}</p>
      <p className="mt-2">{t("lead")}</p>
    </ConfirmButton>
  );
}
