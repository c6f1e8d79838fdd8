"use client";

import { createContext, useCallback, useContext, type ReactNode } from "react";
import { adminFetch } from "../_lib/admin-fetch";

const CsrfContext = createContext("");

/** @param csrf what proves to the server that an act comes from these pages */
export function AdminSession({ csrf, children }: { csrf: string; children: ReactNode }) {
  return <CsrfContext value={csrf}>{children}</CsrfContext>;
}

/** `adminFetch` for the session of the page: `ask<JobView>("/api/v1/admin/jobs", { method: "POST", body })`. */
export function useAdminFetch() {
  const csrf = useContext(CsrfContext);
  return useCallback(<T,>(path: string, { method, body }: { method?: string; body?: unknown } = {}) => adminFetch<T>(path, { method, body, csrf }), [csrf]);
}

/** For requests that adminFetch cannot make, as those of uploads. */
export const useCsrf = (): string => useContext(CsrfContext);
