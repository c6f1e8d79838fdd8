import clsx from "clsx";
import type { Suggestion } from "@/lib/features/lexicon/suggest";

interface Props {
  id: string;
  label: string;
  suggestions: readonly Suggestion[];
  /** The one that Enter takes; -1 where none is. */
  active: number;
  onChoose: (suggestion: Suggestion) => void;
}

export const optionId = (list: string, i: number) => `${list}-${i}`;

/** What the query may go on to be, under the search box. The focus stays in the box. */
export function SuggestionList({ id, label, suggestions, active, onChoose }: Props) {
  return (
    <ul id={id} role="listbox" aria-label={label} className="absolute inset-x-0 top-full z-40 mt-1 max-h-80 overflow-y-auto rounded-md border border-edge bg-card py-1 shadow-lg">
      {suggestions.map((suggestion, i) => (
        // The box has the keyboard: arrows move along the list, Enter takes. See search-box.tsx.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li key={suggestion.text} id={optionId(id, i)} role="option" aria-selected={i === active} onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(suggestion)}
          className={clsx("flex cursor-pointer items-baseline gap-4 px-4 py-2", i === active ? "bg-sunk" : "hover:bg-sunk")}>
          <span className="min-w-0 flex-1 truncate">{suggestion.text}</span>
          <span className="text-xs text-muted tabular-nums">{suggestion.captions.toLocaleString()}</span>
        </li>
      ))}
    </ul>
  );
}
