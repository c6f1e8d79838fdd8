import Link from "next/link";
import { Announce } from "@/app/_components/announce";
import { RetryButton } from "@/app/_components/retry-button";
import { getTranslator } from "@/app/_i18n/translator";
import type { ErrorCode } from "@/lib/core/errors";

const reasons = { index_damaged: "indexDamaged", model_unavailable: "modelUnavailable", disk_full: "diskFull", not_found: "unknownCaption", invalid_parameter: "query", overloaded: "overloaded", too_many_requests: "tooMany" } as const;

function reasonOf(code: ErrorCode) {
  return code in reasons ? reasons[code as keyof typeof reasons] : "internal";
}

/** A search that failed. The server's own message, in English, names the mend; an unexpected one stays in its log. @param as the heading's place */
export async function Failure({ code, message, as: Heading }: { code: ErrorCode; message: string; as: "h1" | "h2" }) {
  const t = await getTranslator();
  const reason = reasonOf(code);
  const told = !["internal", "unknownCaption", "overloaded", "tooMany"].includes(reason);
  return (
    <section className="max-w-xl py-4">
      <Announce text={`${t("failure.heading")} ${t(`failure.${reason}`)}`} />
      <Heading className="text-xl font-semibold">{t("failure.heading")}</Heading>
      <p className="mt-3 leading-relaxed">{t(`failure.${reason}`)}</p>
      {told && <p lang="en" className="mt-3 border-l-2 border-rule pl-4 text-sm leading-relaxed break-words text-muted">{message}</p>}
      <p className="mt-6 flex items-center gap-5">
        {reason !== "unknownCaption" && reason !== "query" && <RetryButton label={t("failure.retry")} />}
        <Link href="/" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("failure.home")}</Link>
      </p>
    </section>
  );
}
