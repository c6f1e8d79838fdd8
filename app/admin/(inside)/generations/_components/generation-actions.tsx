"use client";

import type { GenerationView } from "@/lib/features/reindexing/reindex-types";
import { ActivateButton } from "./activate-button";
import { DeleteButton } from "./delete-button";

interface Props {
  generation: GenerationView;
  active: GenerationView | null;
  /** Bytes of memory that the server could still take. */
  available: number;
  /** Where to go after it was deleted. */
  leadsTo?: string;
}

/** What can be done with a generation: nothing with the active one, nor with one that is gone. */
export function GenerationActions({ generation, active, available, leadsTo }: Props) {
  if (generation.state === "active" || generation.state === "retired") return null;
  return (
    <div className="flex flex-wrap gap-2 xl:justify-end">
      {generation.state !== "candidate" && <ActivateButton generation={generation} active={active} available={available} />}
      <DeleteButton generation={generation} leadsTo={leadsTo} />
    </div>
  );
}
