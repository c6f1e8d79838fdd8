import { cache } from "react";
import { cookies, headers } from "next/headers";
import { createTranslator } from "use-intl/core";
import { adminMessages, type AdminMessages } from "./admin-messages";
import { chooseLocale } from "./choose-locale";
import { compareMessages, type CompareMessages } from "./compare-messages";
import { encoderMessages, type EncoderMessages } from "./encoder-messages";
import { evaluationMessages, type EvaluationMessages } from "./evaluation-messages";
import { explanationMessages, type ExplanationMessages } from "./explanation-messages";
import { LOCALE_COOKIE, type Locale } from "./locale";
import { mapMessages, type MapMessages } from "./map-messages";
import en from "./messages/en.json";
import ja from "./messages/ja.json";

export type Messages = typeof en & { admin: AdminMessages; compare: CompareMessages; encoder: EncoderMessages; evaluation: EvaluationMessages; explanation: ExplanationMessages; map: MapMessages };

const messages: Record<Locale, Messages> = {
  en: { ...en, admin: adminMessages.en, compare: compareMessages.en, encoder: encoderMessages.en, evaluation: evaluationMessages.en, explanation: explanationMessages.en, map: mapMessages.en },
  ja: { ...ja, admin: adminMessages.ja, compare: compareMessages.ja, encoder: encoderMessages.ja, evaluation: evaluationMessages.ja, explanation: explanationMessages.ja, map: mapMessages.ja },
};

/** The interface language of this request. */
export const getLocale = cache(async (): Promise<Locale> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return chooseLocale(jar.get(LOCALE_COOKIE)?.value, sent.get("accept-language"));
});

/** Messages in the language of this request, with typed keys. Server components only: but for those of the administration and of the map, no message is sent to the browser. */
export const getTranslator = cache(async () => {
  const locale = await getLocale();
  return createTranslator({ locale, messages: messages[locale], timeZone: "UTC" });
});

export type Translator = Awaited<ReturnType<typeof getTranslator>>;
