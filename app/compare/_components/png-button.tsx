"use client";

import { useState } from "react";
import { handOver } from "@/app/_browser/hand-over";

/** Pixels of the file to one of the picture: sharp in print. */
const SCALE = 2;

/** An SVG as the browser draws it. @throws where it cannot be fetched or is too large to be drawn */
async function drawPng(href: string): Promise<Blob> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`the picture could not be fetched: ${response.status}`);
  const source = URL.createObjectURL(new Blob([await response.text()], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * SCALE;
    canvas.height = image.height * SCALE;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!drawn) throw new Error("the picture is too large for this browser");
    return drawn;
  } finally {
    URL.revokeObjectURL(source);
  }
}

/** Saves a picture of the server as PNG: the browser draws it, as it has the fonts. @param href of the SVG */
export function PngButton({ href, name, failed }: { href: string; name: string; failed: string }) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const save = async () => {
    setState("busy");
    try {
      handOver(await drawPng(href), name);
      setState("idle");
    } catch {
      setState("failed");
    }
  };
  return (
    <>
      <button type="button" onClick={() => void save()} disabled={state === "busy"} className="inline-block rounded-md border border-edge px-4 py-2 hover:border-accent hover:text-accent disabled:text-muted">PNG</button>
      {state === "failed" && <span role="alert" className="ml-3">{failed}</span>}
    </>
  );
}
