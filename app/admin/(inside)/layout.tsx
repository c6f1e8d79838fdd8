import type { ReactNode } from "react";
import { SiteHeader } from "@/app/_components/site-header";
import { AdminNav } from "../_components/admin-nav";
import { AdminSession } from "../_components/admin-session";
import { LiveState } from "../_components/live-state";
import { Toasts } from "../_components/toasts";
import { findAdmin } from "../_lib/find-admin";

/** What all pages share that only an admin sees. A layout is not rendered anew from page to page: each page asks for the admin itself. */
export default async function InsideLayout({ children }: { children: ReactNode }) {
  const found = await findAdmin();
  // The page then leads to signing in, and back to itself.
  if (!found?.session) return children;
  return (
    <AdminSession csrf={found.session.csrf}>
      <Toasts>
        <LiveState>
          <SiteHeader />
          <div className="page-width grow lg:grid lg:grid-cols-[11rem_minmax(0,1fr)] lg:gap-x-12">
            <AdminNav />
            <main id="content" tabIndex={-1} className="min-w-0 pt-6 pb-20 outline-none lg:pt-8">{children}</main>
          </div>
        </LiveState>
      </Toasts>
    </AdminSession>
  );
}
