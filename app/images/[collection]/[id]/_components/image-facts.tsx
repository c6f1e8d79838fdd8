import type { ReactNode } from "react";
import { Icon } from "@/app/_components/icon";
import { pictureSource } from "@/app/_components/picture-source";
import { getTranslator, type Translator } from "@/app/_i18n/translator";
import type { CaptionSource, ImagePage } from "@/lib/features/image-captions/image-page-types";

const link = "underline decoration-edge underline-offset-4 hover:text-accent";

/** Where picture and captions come from, and under which terms. */
export async function ImageFacts({ page: { image, sources } }: { page: ImagePage }) {
  const t = await getTranslator();
  const original = pictureSource(image.originalUrl);
  const { width, height } = image;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm">
      <Fact name={t("image.licence")}>{image.licence ? <Address text={image.licence} /> : <span className="text-muted">{t("image.unknownLicence")}</span>}</Fact>
      {width && height && <Fact name={t("image.size")}><span className="tabular-nums">{t("image.pixels", { width, height })}</span></Fact>}
      {original && (
        <Fact name={t("image.source")}>
          <a href={original} rel="noreferrer" className={`inline-flex items-center gap-1.5 ${link}`}>{t("image.original")}<Icon name="leave" className="size-3.5" /></a>
        </Fact>
      )}
      <Fact name={t("image.captionSources")}>
        <ul className="space-y-1">{sources.map((source) => <li key={source.name}><Source source={source} t={t} /></li>)}</ul>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Source({ source: { name, licence, url }, t }: { source: CaptionSource; t: Translator }) {
  const address = url && /^https?:\/\//i.test(url) ? url : null;
  return (
    <>
      {address ? <a href={address} rel="noreferrer" className={link}>{name}</a> : name}{" "}
      <span className="text-muted">({licence ? <Address text={licence} /> : t("image.unknownLicence")})</span>
    </>
  );
}

/** A licence is a name or an address. */
function Address({ text }: { text: string }) {
  return /^https?:\/\//i.test(text) ? <a href={text} rel="noreferrer" className={`break-all ${link}`}>{text.replace(/^https?:\/\//i, "").replace(/\/$/, "")}</a> : text;
}
