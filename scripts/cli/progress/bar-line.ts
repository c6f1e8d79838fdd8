import type { CommandProgress } from "./command-progress";
import { progressParts } from "./progress-text";

/** The bar keeps its width while the details beside it grow and shrink. */
const WIDE = { bar: 24, from: 100 };
const NARROW_BAR = 12;

function bar(share: number, width: number): string {
  const filled = Math.round(share * width);
  return `${"█".repeat(filled)}${"░".repeat(width - filled)} `;
}

/**
 * The updating line: a bar where the total is known, else the count.
 * Where it does not fit, the bar goes first, then the last details.
 * @param columns of the terminal
 */
export function barLine(progress: CommandProgress, columns: number): string {
  const { stage, done, total } = progress;
  const share = total ? Math.min(1, done / total) : null;
  const start = `${stage}  `;
  const percent = share === null ? "" : `${String(Math.floor(share * 100)).padStart(3)} %  `;
  const parts = progressParts(progress);
  const fitting = parts.filter((_, i) => i === 0 || start.length + percent.length + parts.slice(0, i + 1).join(", ").length <= columns);
  const details = fitting.join(", ") || "…";
  const width = columns < WIDE.from ? NARROW_BAR : WIDE.bar;
  const room = columns - start.length - percent.length - details.length - 1;
  const drawn = share === null || room < width ? "" : bar(share, width);
  return `${start}${drawn}${percent}${details}`;
}
