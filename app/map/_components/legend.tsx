"use client";

import { useTranslations } from "use-intl";
import { languageName } from "@/app/_components/language-mark";
import { codeColours, languageShape, MAP_PALETTES, type MapShape } from "@/lib/features/caption-map/palette";
import { useMap } from "./map-context";

/** What colours and shapes on the map mean. */
export function Legend() {
  const t = useTranslations("map.colour");
  const { colour, layout, locale, answers } = useMap();
  // Both themes at once: the server does not know which one the browser shows.
  const [light, dark] = [codeColours(colour, layout, MAP_PALETTES.light), codeColours(colour, layout, MAP_PALETTES.dark)];
  const colours = light.map((own, code) => `light-dark(${own}, ${dark[code] ?? own})`);
  const similarities = answers.similarities.answer;
  const shapes = layout.unit === "captions" && layout.languages.length > 1;
  return (
    <div className="pointer-events-none absolute bottom-3 left-3 z-10 max-w-[min(20rem,calc(100%-5rem))] rounded-sm bg-paper/85 px-2.5 py-1.5 text-xs leading-relaxed text-muted">
      {colour === "image" && layout.unit === "captions" && <p>{t("imageShort")}</p>}
      {colour === "collection" && <Keys keys={layout.collections.map((label, code) => ({ label, colour: colours[code] ?? "var(--ink)", shape: "circle" }))} />}
      {colour === "density" && <Ramp colours={colours} low={t("low")} high={t("high")} />}
      {colour === "similarity" && <Ramp colours={colours} low={ofCosine(t("far"), similarities?.low)} high={ofCosine(t("near"), similarities?.high)} />}
      {(shapes || colour === "language") && (
        <Keys keys={layout.languages.map((language, code) => ({ label: languageName(language, locale), shape: languageShape(language), colour: colour === "language" ? (colours[code] ?? "var(--ink)") : "var(--muted)" }))} />
      )}
    </div>
  );
}

const ofCosine = (label: string, cosine: number | undefined) => (cosine === undefined ? label : `${label} (${cosine.toFixed(2)})`);

function Keys({ keys }: { keys: { label: string; colour: string; shape: MapShape }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3">
      {keys.map(({ label, colour, shape }) => (
        <li key={label} className="flex items-center gap-1.5"><Shape shape={shape} colour={colour} />{label}</li>
      ))}
    </ul>
  );
}

export function Shape({ shape, colour }: { shape: MapShape; colour: string }) {
  return (
    <svg viewBox="0 0 12 12" className="size-2.5 shrink-0" aria-hidden="true" style={{ fill: colour }}>
      {shape === "circle" ? <circle cx="6" cy="6" r="5" /> : shape === "triangle" ? <path d="M6 1 11.5 11H.5z" /> : <path d="M1.5 1.5h9v9h-9z" />}
    </svg>
  );
}

function Ramp({ colours, low, high }: { colours: readonly string[]; low: string; high: string }) {
  const stops = [0, 64, 128, 192, 255].map((code) => colours[code]).join(", ");
  return (
    <p className="flex items-center gap-2">
      {low}<span aria-hidden="true" className="h-2 w-24 rounded-full" style={{ background: `linear-gradient(to right, ${stops})` }} />{high}
    </p>
  );
}
