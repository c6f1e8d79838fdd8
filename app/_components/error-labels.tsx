"use client";

import { createContext, useContext, type ReactNode } from "react";

interface Labels {
  heading: string;
  body: string;
  retry: string;
  home: string;
}

const LabelsContext = createContext<Labels | null>(null);

/** Error pages run in the browser, where there are no messages: the layout hands them their few. */
export function ErrorLabels({ labels, children }: { labels: Labels; children: ReactNode }) {
  return <LabelsContext value={labels}>{children}</LabelsContext>;
}

export function useErrorLabels(): Labels {
  return useContext(LabelsContext) ?? { heading: "This page could not be shown", body: "", retry: "Try again", home: "To the start page" };
}
