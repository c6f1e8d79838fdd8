import { getTranslator } from "@/app/_i18n/translator";

const parts = ["pieces", "vectors", "attention", "mask", "pooling", "vector", "path"] as const;
/** What only a model that tells of its inside has. */
const INSIDE: ReadonlySet<string> = new Set(["attention", "path"]);

/** The way through the encoder at a glance, each part a link to what is told of it. */
export async function PartList({ isBlind }: { isBlind: boolean }) {
  const t = await getTranslator();
  const shown = parts.filter((part) => !(isBlind && INSIDE.has(part)));
  return (
    <nav aria-label={t("encoder.parts")} className="mt-6">
      <ol className="flex flex-wrap items-center gap-y-2 text-sm">
        {shown.map((part, i) => (
          <li key={part} className="flex items-center">
            {i > 0 && <span aria-hidden="true" className="px-1.5 text-muted">→</span>}
            <a href={`#${part}`} className="rounded-md border border-rule bg-card px-3 py-1.5 hover:border-accent hover:text-accent">{t(`encoder.${part}.short`)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
