"use client";

import clsx from "clsx";
import { useState } from "react";
import { pictureSource } from "./picture-source";
import { PicturePlaceholder } from "./picture-placeholder";

interface Props {
  image: { collection: string; id: string; url: string | null };
  /** Empty where the captions beside it say what it shows. */
  alt?: string;
  /** "cover" fills the box, "contain" shows the whole picture. */
  fit?: "cover" | "contain";
  /** For the one picture a page is about. */
  eager?: boolean;
  /** Gives the box its size: the picture never changes the layout. */
  className?: string;
  style?: React.CSSProperties;
}

/** A picture that is never seen broken: without one there is a placeholder with the image's id. */
export function CaptionPicture({ image, alt = "", fit = "cover", eager = false, className, style }: Props) {
  const source = pictureSource(image.url);
  const [failed, setFailed] = useState<string | null>(null);
  // An error may come before React listens; by then the image is complete and without size.
  const check = (element: HTMLImageElement | null) => {
    if (element?.complete && element.naturalWidth === 0) setFailed(source);
  };
  return (
    <span className={clsx("relative block overflow-hidden bg-sunk", className)} style={style}>
      {source === null || failed === source ? (
        <PicturePlaceholder collection={image.collection} id={image.id} alt={alt} />
      ) : (
        <img ref={check} src={source} alt={alt} loading={eager ? "eager" : "lazy"} decoding="async" referrerPolicy="no-referrer" onError={() => setFailed(source)}
          className={clsx("absolute inset-0 size-full", fit === "cover" ? "object-cover" : "object-contain")} />
      )}
    </span>
  );
}
