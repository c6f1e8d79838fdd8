import clsx from "clsx";
import type { Key, ReactNode } from "react";

export interface Column<Row> {
  key: string;
  heading: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  align?: "end";
  /** Names its row. */
  names?: boolean;
  /** Stays on one line where the rows are lines. */
  short?: boolean;
  /** On a phone the cell stands without its heading. */
  bare?: boolean;
  /** On a phone the cell stands beside the row's name, without its heading. */
  beside?: boolean;
}

interface Props<Row> {
  /** What the rows are, for screen readers. */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => Key;
}

/** A table that turns into a card a row on a phone. The roles keep it a table where its layout no longer is one. */
export function DataTable<Row>({ label, columns, rows, keyOf }: Props<Row>) {
  return (
    <table role="table" aria-label={label} className="block w-full text-sm md:table md:border-collapse">
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row" className="md:border-b md:border-rule">
          {columns.map(({ key, heading, align, short }) => <th key={key} role="columnheader" scope="col" className={clsx("px-3 py-2 text-left text-xs font-medium text-muted first:pl-0 last:pr-0", align === "end" && "md:text-right", short && "md:whitespace-nowrap")}>{heading}</th>)}
        </tr>
      </thead>
      <tbody className="block space-y-3 md:table-row-group">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 rounded-lg border border-rule bg-card p-4 md:table-row md:rounded-none md:border-0 md:border-b md:bg-transparent md:hover:bg-card">
            {columns.map((column) => <Cell key={column.key} column={column}>{column.cell(row)}</Cell>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column: { heading, align, names, bare, beside, short }, children }: { column: Column<Row>; children: ReactNode }) {
  const Tag = names ? "th" : "td";
  const headed = !names && !bare && !beside;
  return (
    <Tag role={names ? "rowheader" : "cell"} scope={names ? "row" : undefined}
      className={clsx("grid min-w-0 items-baseline gap-x-4 text-left font-normal wrap-anywhere tabular-nums md:table-cell md:px-3 md:py-2.5 md:align-baseline md:first:pl-0 md:last:pr-0", headed && "grid-cols-[7rem_minmax(0,1fr)]", beside ? "max-md:col-start-2 max-md:row-start-1" : !names && "max-md:col-span-2", align === "end" && "md:text-right", short && "md:whitespace-nowrap")}>
      {headed && <span aria-hidden="true" className="text-xs text-muted md:hidden">{heading}</span>}
      <div className="min-w-0">{children}</div>
    </Tag>
  );
}
