"use client";

import { useRef } from "react";
import { Button } from "@/app/admin/_components/button";

interface Props {
  label: string;
  look?: Parameters<typeof Button>[0]["look"];
  onFiles: (files: File[]) => void;
}

/** Opens the system's choice of files. */
export function FileButton({ label, look, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} onClick={() => input.current?.click()}>{label}</Button>
      <input ref={input} type="file" hidden aria-label={label} onChange={(event) => {
        onFiles([...(event.target.files ?? [])]);
        // The same file can be chosen again.
        event.target.value = "";
      }} />
    </>
  );
}
