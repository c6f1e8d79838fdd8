import { createTranslator } from "use-intl/core";
import { adminMessages } from "@/app/_i18n/admin-messages";
import { compareMessages } from "@/app/_i18n/compare-messages";
import { encoderMessages } from "@/app/_i18n/encoder-messages";
import { evaluationMessages } from "@/app/_i18n/evaluation-messages";
import { explanationMessages } from "@/app/_i18n/explanation-messages";
import { mapMessages } from "@/app/_i18n/map-messages";
import en from "@/app/_i18n/messages/en.json";
import ja from "@/app/_i18n/messages/ja.json";
import type { Locale } from "@/app/_i18n/locale";

/** The words of the interface, as the pages say them. */
export function words(locale: Locale) {
  return createTranslator({ locale, messages: { ...{ en, ja }[locale], admin: adminMessages[locale], compare: compareMessages[locale], encoder: encoderMessages[locale], evaluation: evaluationMessages[locale], explanation: explanationMessages[locale], map: mapMessages[locale] }, timeZone: "UTC" });
}
