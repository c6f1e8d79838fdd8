import type { ReactNode } from "react";
import { SiteHeader } from "@/app/_components/site-header";

/** The pages before one is signed in. */
export default function DoorLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="page-width grow py-10 outline-none md:py-16">
        <div className="mx-auto max-w-md rounded-lg border border-rule bg-card p-6 sm:p-8">{children}</div>
      </main>
    </>
  );
}
