"use client";

import clsx from "clsx";
import { useState, type DragEvent } from "react";
import { useTranslations } from "use-intl";
import { FileButton } from "./file-button";

/** Takes files that are dropped on it, or chosen. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useTranslations("admin.index.upload");
  const [over, setOver] = useState(false);
  const follow = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div onDragEnter={follow} onDragOver={follow} onDragLeave={() => setOver(false)} onDrop={drop}
      className={clsx("flex flex-wrap items-center justify-center gap-x-4 gap-y-3 rounded-lg border border-dashed px-5 py-7 text-center transition-colors", over ? "border-accent bg-accent-soft" : "border-edge")}>
      <p className="max-sm:hidden"><span className="font-medium">{t("drop")}</span> <span className="text-muted">{t("or")}</span></p>
      <FileButton look="primary" label={t("choose")} onFiles={onFiles} />
      <p className="w-full text-xs leading-relaxed text-balance text-muted">{t("hint")}</p>
    </div>
  );
}
