"use client";

import { useTranslations } from "use-intl";
import { Badge, type Tone } from "@/app/admin/_components/badge";
import type { GenerationState } from "@/lib/features/reindexing/reindex-types";

const looks: Record<GenerationState, { tone: Tone; icon: Parameters<typeof Badge>[0]["icon"] }> = {
  active: { tone: "active", icon: "check" },
  ready: { tone: "neutral", icon: "archive" },
  candidate: { tone: "warn", icon: "clock" },
  refused: { tone: "bad", icon: "cross" },
  retired: { tone: "neutral", icon: "trash" },
};

export function GenerationMark({ state }: { state: GenerationState }) {
  const t = useTranslations("admin.index.generations.states");
  return <Badge tone={looks[state].tone} icon={looks[state].icon}>{t(state)}</Badge>;
}
