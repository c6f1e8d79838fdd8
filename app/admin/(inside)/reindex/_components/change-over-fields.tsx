"use client";

import { useTranslations } from "use-intl";
import { CheckOption } from "@/app/admin/_components/check-option";
import { Section } from "@/app/admin/_components/section";
import { SwapChoice } from "../../generations/_components/swap-choice";
import type { PartProps } from "./reindex-form";

/** How searches come to use the generation. */
export function ChangeOverFields({ values, change }: PartProps) {
  const t = useTranslations("admin.index.reindex");
  return (
    <Section heading={t("changeOver")}>
      <CheckOption label={t("force")} hint={t("forceHint")} checked={values.force} onChange={(force) => change({ force })} />
      <SwapChoice swap={values.swap} onChange={(swap) => change({ swap })} />
    </Section>
  );
}
