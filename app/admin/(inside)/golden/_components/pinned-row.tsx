"use client";

import clsx from "clsx";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { CaptionPicture } from "@/app/_components/caption-picture";
import { imageHref } from "@/app/_components/image-address";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { Button } from "@/app/admin/_components/button";
import { InlineError } from "@/app/admin/_components/inline-error";
import { RelativeTime } from "@/app/admin/_components/time";
import { useToast } from "@/app/admin/_components/toasts";
import { useAct } from "@/app/admin/_components/use-act";
import type { GoldenQueryView } from "@/lib/features/reindexing/reindex-types";

/** Images that the gate looks at: one further down counts as not found. */
const FOUND_AMONG = 10;

interface Props {
  query: GoldenQueryView;
  /** Of each expected image; null where the search does not answer. */
  ranks: (number | null)[] | null;
  /** How far down was looked. */
  lookedAt: number;
}

export function PinnedRow({ query: { id, text, expected, createdBy, createdAt }, ranks, lookedAt }: Props) {
  const t = useTranslations("admin.index.golden");
  const [router, adminFetch, toast] = [useRouter(), useAdminFetch(), useToast()];
  const { pending, error, run } = useAct();
  const unpin = () =>
    run(async () => {
      await adminFetch(`/api/v1/admin/golden-queries/${id}`, { method: "DELETE" });
      toast(t("unpinned", { text }));
      router.refresh();
    });
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 border-b border-rule py-4">
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-[1.0625rem] wrap-anywhere"><Link href={`/?q=${encodeURIComponent(text)}`} prefetch={false} className="hover:text-accent">{text}</Link></p>
        <p className="mt-1 text-xs text-muted">{t.rich("pinnedBy", { who: createdBy, when: () => <RelativeTime at={createdAt} /> })}</p>
        {ranks === null && <p className="mt-1 text-sm text-muted">{t("unknownRank")}</p>}
        {error !== null && <div className="mt-2"><InlineError message={error} /></div>}
      </div>
      <ul aria-label={t("expects")} className="flex flex-wrap gap-3 max-sm:order-last max-sm:w-full">
        {expected.map((image, place) => (
          <li key={`${image.collection}/${image.id}`} className="w-24">
            <Link href={imageHref(image)} prefetch={false} aria-label={`${image.collection} / ${image.id}`} className="block"><CaptionPicture image={{ ...image, url: `/api/v1${imageHref(image)}/picture` }} className="aspect-[4/3] rounded-sm border border-rule hover:border-edge" /></Link>
            {ranks !== null && <Rank rank={ranks[place] ?? null} lookedAt={lookedAt} />}
          </li>
        ))}
      </ul>
      <Button pending={pending} aria-label={t("unpinNamed", { text })} onClick={() => void unpin()}>{t("unpin")}</Button>
    </li>
  );
}

function Rank({ rank, lookedAt }: { rank: number | null; lookedAt: number }) {
  const t = useTranslations("admin.index.golden");
  const found = rank !== null && rank <= FOUND_AMONG;
  return <p className={clsx("mt-1 text-xs leading-snug font-medium tabular-nums", found ? "text-good" : "text-bad")}>{rank === null ? t("notFound", { count: lookedAt }) : t("rank", { rank })}</p>;
}
