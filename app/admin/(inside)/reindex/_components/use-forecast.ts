"use client";

import { useEffect, useState } from "react";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { useFaultWords } from "@/app/admin/_components/use-fault-words";
import { AdminRefusal } from "@/app/admin/_lib/admin-fetch";
import type { Forecast, ReindexRequest } from "@/lib/features/reindexing/reindex-types";

/** Milliseconds of rest after which a changed form is asked for. */
const REST = 400;

export interface Forecasting {
  /** The latest that is known; it may be of the form as it was before. */
  forecast: Forecast | null;
  /** Why there is none for the form as it is, and the field that is at fault. */
  failure: { message: string; field: string | null } | null;
  pending: boolean;
}

/** What the server expects of a re-index, asked anew as the request changes. @param request null while the form cannot be used */
export function useForecast(request: ReindexRequest | null): Forecasting {
  const [adminFetch, words] = [useAdminFetch(), useFaultWords()];
  const [state, setState] = useState<Forecasting & { of: string | null }>({ forecast: null, failure: null, pending: true, of: null });
  const asked = request && JSON.stringify(request);
  useEffect(() => {
    if (asked === null) return;
    let current = true;
    const settle = (part: Partial<Forecasting>) => current && setState((before) => ({ ...before, failure: null, ...part, of: asked }));
    const ask = () => void adminFetch<Forecast>("/api/v1/admin/forecast", { method: "POST", body: JSON.parse(asked) }).then((forecast) => settle({ forecast }), (thrown: unknown) => settle({ failure: { message: words(thrown), field: thrown instanceof AdminRefusal ? thrown.refusal.field : null } }));
    const timer = setTimeout(ask, REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, adminFetch, words]);
  const answered = asked !== null && state.of === asked;
  return { forecast: state.forecast, failure: answered ? state.failure : null, pending: asked !== null && !answered };
}
