import { formatCount, formatRate } from "@/scripts/cli/progress/progress-text";
import { formatDuration } from "@/scripts/setup/duration.mjs";
import type { SkippedMember } from "@/lib/features/ingestion/caption-file";
import type { IngestSummary, SkippedRecords, SourceSummary } from "@/lib/features/ingestion/ingest-types";

const LANGUAGE_FROM: Record<SourceSummary["languageFrom"], string> = { option: "as given", records: "as the records say", detection: "detected" };

/** Members of archives named for each reason why they were passed over. */
const NAMED_MEMBERS = 10;

const names = new Intl.DisplayNames(["en"], { type: "language" });
const languageName = (tag: string) => (tag === "und" ? "unknown" : names.of(tag));

function languages({ languages, languageFrom }: SourceSummary): string {
  const counts = Object.entries(languages).map(([tag, count]) => `${tag} (${languageName(tag)}) ${formatCount(count)}`);
  return `${counts.join(", ") || "none"}, ${LANGUAGE_FROM[languageFrom]}`;
}

function skipped({ reason, count, examples }: SkippedRecords): string[] {
  return [`  skipped    ${formatCount(count)} × ${reason.replaceAll("_", " ")}`, ...examples.map(({ record, detail }) => `               record ${record}: ${detail}`)];
}

function source(summary: SourceSummary): string[] {
  const { source, collection, captions, unchanged, changed, absent } = summary;
  const gone = absent > 0 ? [`  absent     ${formatCount(absent)} of an earlier import, kept`] : [];
  return [
    `${source} → collection ${collection}`,
    `  captions   ${formatCount(captions)}: ${formatCount(summary.new)} new, ${formatCount(changed)} changed, ${formatCount(unchanged)} unchanged`,
    `  languages  ${languages(summary)}`,
    ...gone,
    ...summary.skipped.flatMap(skipped),
  ];
}

function index({ embedded, embeddedPerSecond, device, generation, newGeneration, captionsInIndex, model, seconds }: IngestSummary): string[] {
  const rate = embeddedPerSecond === null ? "" : `, ${formatRate(embeddedPerSecond)} on ${device}`;
  return [
    `Embedded   ${formatCount(embedded)} captions${rate} (${model.id}, ${model.dimensions} dimensions)`,
    generation === null ? "Index      none: there are no captions" : `Index      generation ${generation}${newGeneration ? ", new" : ", as before"}, ${formatCount(captionsInIndex)} captions`,
    `Took       ${formatDuration(seconds)}`,
  ];
}

/** The reason without what it quotes from the file's beginning. */
const kindOfReason = ({ reason }: SkippedMember) => reason.replace(/; it begins with ".*"\.$/su, ".");

/** One line a reason: a repository of captions holds dozens of scripts. */
function passedOver(members: SkippedMember[]): string[] {
  return [...new Set(members.map(kindOfReason))].map((kind) => {
    const alike = members.filter((member) => kindOfReason(member) === kind);
    const more = alike.length > NAMED_MEMBERS ? ` and ${formatCount(alike.length - NAMED_MEMBERS)} more` : "";
    const reason = alike.length === 1 ? alike[0]?.reason : kind;
    return `Passed over ${alike.slice(0, NAMED_MEMBERS).map(({ name }) => name).join(", ")}${more}: ${reason}`;
  });
}

/** What an ingest did, for people. */
export function presentIngestSummary(summary: IngestSummary): string {
  return [...summary.sources.flatMap((one) => [...source(one), ""]), ...passedOver(summary.skippedMembers), ...summary.notices, ...index(summary)].join("\n");
}
