import clsx from "clsx";
import { resultGrid } from "./result-grid";

function CardBones() {
  return (
    <div>
      <div data-skeleton="" className="aspect-[4/3] rounded-sm" />
      <div data-skeleton="" className="mt-4 h-5 w-11/12 rounded-xs" />
      <div data-skeleton="" className="mt-3 h-4 w-1/2 rounded-xs" />
    </div>
  );
}

function RowBones() {
  return (
    <div className="flex gap-4 border-b border-rule py-4">
      <div data-skeleton="" className="h-15 w-20 shrink-0 rounded-xs" />
      <div className="flex-1">
        <div data-skeleton="" className="mt-1 h-5 w-11/12 rounded-xs" />
        <div data-skeleton="" className="mt-3 h-4 w-1/2 rounded-xs" />
      </div>
    </div>
  );
}

/** The shape of results that are on their way. */
export function ResultsSkeleton({ view }: { view: "images" | "captions" }) {
  const Bones = view === "images" ? CardBones : RowBones;
  return (
    <div aria-hidden="true">
      <div className="mb-7 flex min-h-11 items-center border-b border-rule pb-4"><div data-skeleton="" className="h-6 w-36 rounded-xs" /></div>
      <div className={clsx(view === "images" ? resultGrid : "mx-auto max-w-3xl border-t border-rule")}>
        {Array.from({ length: 12 }, (_, i) => <Bones key={i} />)}
      </div>
    </div>
  );
}
