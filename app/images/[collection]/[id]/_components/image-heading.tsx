import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "@/app/_components/icon";
import { imageHref } from "@/app/_components/image-address";
import { LinkPending } from "@/app/_components/link-pending";
import { getTranslator } from "@/app/_i18n/translator";
import { mapHref } from "@/app/map/_lib/map-state";
import { formatImageName } from "@/lib/features/caption-map/image-name";
import type { ImagePage } from "@/lib/features/image-captions/image-page-types";

/** Which image it is, and the ways to its neighbours. */
export async function ImageHeading({ page: { image, previous, next } }: { page: ImagePage }) {
  const t = await getTranslator();
  const { collection } = image;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-rule pb-4">
      <div className="min-w-0">
        <p className="text-sm text-muted">{collection}</p>
        <h1 className="text-xl font-semibold break-all tabular-nums">{t("image.heading", { id: image.id })}</h1>
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm md:ml-auto">
        <li><Link href={mapHref({ image: [formatImageName(image)] })} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("map.showImageOnMap")}</Link></li>
        <li><Link href={mapHref({ images: [formatImageName(image)] })} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("map.asSelection")}</Link></li>
      </ul>
      <nav aria-label={t("image.neighbours")} className="flex gap-2 text-sm">
        <Neighbour collection={collection} id={previous} rel="prev" label={previous === null ? t("image.previous") : t("image.previousId", { id: previous })}>
          <Icon name="left" className="size-4" />{t("image.previous")}
        </Neighbour>
        <Neighbour collection={collection} id={next} rel="next" label={next === null ? t("image.next") : t("image.nextId", { id: next })}>
          {t("image.next")}<Icon name="right" className="size-4" />
        </Neighbour>
      </nav>
    </div>
  );
}

const shape = "inline-flex items-center gap-1.5 rounded-md border px-3 py-1.5";

/** At the ends of a collection there is nowhere to go, but the other link keeps its place. */
function Neighbour({ collection, id, rel, label, children }: { collection: string; id: string | null; rel: "prev" | "next"; label: string; children: ReactNode }) {
  if (id === null) return <span aria-hidden="true" className={`${shape} border-rule text-muted`}>{children}</span>;
  return (
    <Link href={imageHref({ collection, id })} rel={rel} prefetch={false} aria-label={label} title={label} className={`${shape} border-edge hover:border-accent hover:text-accent`}>
      {children}
      <LinkPending />
    </Link>
  );
}
