const UNITS: Record<string, string> = { download: "bytes", files: "generations", counts: "checks", gate: "queries", prune: "steps", layout: "steps", retrieval: "queries", recall: "queries", findings: "steps", sentences: "sentences", calibrate: "queries" };

/** What the stages of jobs count, where it is not captions; for CommandProgress. */
export function stageUnit(stage: string): { unit?: string } {
  const unit = UNITS[stage];
  return unit === undefined ? {} : { unit };
}
