import clsx from "clsx";
import type { HeatMapCaption } from "./heat-map";
import { languageRuns } from "./language-runs";

/** Languages, and under them the numbers of the captions; the captions themselves are what screen readers hear. */
export function HeatMapHead({ captions, activeColumn }: { captions: HeatMapCaption[]; activeColumn: number }) {
  return (
    <thead>
      <tr aria-hidden="true">
        <td colSpan={2} />
        {languageRuns(captions).map(({ mark, start, length }) => <td key={start} colSpan={length} className="border-b border-edge pb-1 text-center whitespace-nowrap text-muted">{mark}</td>)}
      </tr>
      <tr>
        <td colSpan={2} aria-hidden="true" />
        {captions.map(({ id, text, language }, i) => (
          <th key={id} scope="col" aria-label={`${i + 1}: ${text}`} lang={language} className={clsx("h-6 font-normal", i === activeColumn ? "font-medium text-accent" : "text-muted")}>{i + 1}</th>
        ))}
      </tr>
    </thead>
  );
}
