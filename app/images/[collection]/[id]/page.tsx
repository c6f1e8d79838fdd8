import type { Metadata } from "next";
import { SiteHeader } from "@/app/_components/site-header";
import { SiteSearch } from "@/app/_components/site-search";
import { getTranslator } from "@/app/_i18n/translator";
import { Agreement } from "./_components/agreement";
import { CaptionColumns } from "./_components/caption-columns";
import { ImageFacts } from "./_components/image-facts";
import { ImageHeading } from "./_components/image-heading";
import { ImagePicture } from "./_components/image-picture";
import { NearestImages } from "./_components/nearest-images";
import { findImagePage, readImagePage } from "./_components/read-image-page";

type Props = PageProps<"/images/[collection]/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, page] = await Promise.all([getTranslator(), findImagePage(await params)]);
  if (!page) return { title: t("notFound.title") };
  const { image } = page;
  return { title: t("image.title", { id: image.id, collection: image.collection }) };
}

export default async function ImageRoute({ params }: Props) {
  const page = await readImagePage(await params);
  return (
    <>
      <SiteHeader search={<SiteSearch />} />
      <main id="content" tabIndex={-1} className="page-width pt-8 pb-20 outline-none">
        <ImageHeading page={page} />
        <div className="mt-6 grid gap-x-12 gap-y-10 lg:grid-cols-12">
          <div className="lg:col-span-5">
            <div className="space-y-6 lg:sticky lg:top-24">
              <ImagePicture page={page} />
              <ImageFacts page={page} />
            </div>
          </div>
          <CaptionColumns page={page} />
        </div>
        <Agreement page={page} />
        <NearestImages page={page} />
      </main>
    </>
  );
}
