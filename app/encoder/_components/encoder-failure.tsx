import { RetryButton } from "@/app/_components/retry-button";
import { getTranslator } from "@/app/_i18n/translator";
import type { AppError } from "@/lib/core/errors";

/** Why nothing can be shown. The server's message, in English, names the mend; an unexpected one stays in its log. */
export async function EncoderFailure({ fault, heading }: { fault: AppError; heading: string }) {
  const t = await getTranslator();
  return (
    <section className="mt-10 max-w-xl">
      <h2 className="text-xl font-semibold">{heading}</h2>
      {fault.code === "internal" ? <p className="mt-3 leading-relaxed">{t("encoder.failedBody")}</p> : <p lang="en" className="mt-3 border-l-2 border-rule pl-4 text-sm leading-relaxed break-words text-muted">{fault.message}</p>}
      <p className="mt-6"><RetryButton label={t("encoder.retry")} /></p>
    </section>
  );
}
