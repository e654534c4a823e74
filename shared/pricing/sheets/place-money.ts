import type { BookUnderway } from "./book-underway.ts";
import { putRow } from "./place-rows.ts";
import { isKey } from "./read-cell.ts";
import type { ReadRow } from "./read-rows.ts";
import type { SheetFaults } from "./sheet-fault.ts";

/** Tax by state, and the one row for everywhere else. */
export function placeTaxes(
  under: BookUnderway,
  rows: readonly ReadRow[],
  faults: SheetFaults,
): void {
  for (const row of rows) {
    const state = row.values.get("@state");
    const isElsewhere = state === "";
    if (isElsewhere && under.at("salesTax.otherwise") !== undefined) {
      faults.say(row.places.get("@state") ?? row.head, "row_twice");
      continue;
    }
    const index = under.count("salesTax.states");
    const way = isElsewhere ? "salesTax.otherwise" : `salesTax.states.${index}.rule`;
    under.mark(way, row.head);
    if (!isElsewhere) {
      const at = `salesTax.states.${index}.state`;
      under.mark(at, row.places.get("@state") ?? row.head);
      under.set(at, state ?? "");
    }
    under.set(way, {});
    // No tax has a source of its own, any other that of its percentage.
    const isNone = row.values.get("kind") === "none";
    const wayOf = (at: string): string =>
      `${way}.${at === "percent.source" && isNone ? "source" : at}`;
    for (const [at, place] of row.places) if (!at.startsWith("@")) under.mark(wayOf(at), place);
    for (const [at, value] of row.values) if (!at.startsWith("@")) under.set(wayOf(at), value);
  }
}

/** The deposit, the draws and what is left at the end. */
export function placePayments(
  under: BookUnderway,
  rows: readonly ReadRow[],
  faults: SheetFaults,
): void {
  for (const row of rows) {
    const kind = row.values.get("@kind");
    const place = row.places.get("@kind") ?? row.head;
    if (kind === "draw") {
      const way = `payments.draws.${under.count("payments.draws")}`;
      under.set(way, {});
      putRow(under, row, way);
    } else if (kind === "deposit" || kind === "final") {
      const way = `payments.${kind}`;
      if (under.at(way) === null || under.at(way) === undefined) {
        under.set(way, {});
        putRow(under, row, way);
      } else faults.say(place, "row_twice");
    } else if (kind === undefined) faults.say(place, "missing");
  }
}

/** In plain words where numbers come from, by key. */
export function placeSources(
  under: BookUnderway,
  rows: readonly ReadRow[],
  faults: SheetFaults,
): void {
  for (const row of rows) {
    const key = row.values.get("@key");
    const place = row.places.get("@key") ?? row.head;
    // Without a key the row has been named already.
    if (typeof key !== "string") continue;
    if (!isKey(key)) faults.say(place, "not_a_key");
    else if (under.at(`sources.${key}`) !== undefined) faults.say(place, "duplicate_key");
    else {
      under.mark(`sources.${key}`, row.places.get("@text") ?? row.head);
      under.set(`sources.${key}`, row.values.get("@text") ?? "");
    }
  }
}
