"use client";

import { useLocale } from "use-intl";
import { formatBytes, formatDuration } from "../_lib/format-quantity";

export function Bytes({ bytes }: { bytes: number }) {
  const locale = useLocale();
  return <span className="whitespace-nowrap tabular-nums" title={`${bytes.toLocaleString(locale)} B`}>{formatBytes(bytes, locale)}</span>;
}

export function Duration({ seconds }: { seconds: number }) {
  return <span className="whitespace-nowrap tabular-nums">{formatDuration(seconds, useLocale())}</span>;
}
