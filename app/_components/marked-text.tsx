/** A text with some of its parts marked. @param marks [start, end) in UTF-16 units, ascending, none inside another */
export function MarkedText({ text, marks }: { text: string; marks: readonly [number, number][] }) {
  if (marks.length === 0) return text;
  return marks.flatMap(([start, end], i) => [
    text.slice(marks[i - 1]?.[1] ?? 0, start),
    <mark key={start} className="rounded-xs bg-accent-soft text-inherit">{text.slice(start, end)}</mark>,
    i === marks.length - 1 ? text.slice(end) : "",
  ]);
}
