import type { BookUnderway } from "./book-underway.ts";
import { ownerOf, waysIn } from "./place-rows.ts";
import { isInCurves, type ReadRow } from "./read-rows.ts";
import type { SheetFaults } from "./sheet-fault.ts";

/** Rows with the same values at some paths, in the order of the first of each. */
function grouped(
  rows: readonly ReadRow[],
  ats: readonly string[],
): readonly (readonly ReadRow[])[] {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const name = JSON.stringify(ats.map((at) => row.values.get(at) ?? null));
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [row]);
    else known.push(row);
  }
  return [...groups.values()];
}

/** Says where a row of a curve says something else than the first. */
function sayUnlike(rows: readonly ReadRow[], ats: readonly string[], faults: SheetFaults): void {
  const [first, ...others] = rows;
  for (const at of ats) {
    const unlike = others.find((row) => row.values.get(at) !== first?.values.get(at));
    if (unlike === undefined) continue;
    const place = unlike.places.get(at) ?? unlike.head;
    faults.say(place, "rows_disagree", first?.places.get(at)?.shown ?? "");
  }
}

/** Steps and points are in order in the book, in whatever order their rows are. */
function inOrder(rows: readonly ReadRow[]): readonly ReadRow[] {
  const from = ({ values }: ReadRow): number => Number(values.get("@from") ?? Number.NaN);
  return rows.some((row) => Number.isNaN(from(row)))
    ? rows
    : rows.toSorted((one, other) => from(one) - from(other));
}

/** Puts the steps or points of one curve below a way in the document. */
function putCurve(under: BookUnderway, rows: readonly ReadRow[], way: string): void {
  const [first] = rows;
  if (first === undefined) return;
  const put = (at: string, to: string, row: ReadRow): void => {
    under.set(`${way}.${to}`, row.values.get(at));
    under.mark(`${way}.${to}`, row.places.get(at) ?? row.head);
  };
  put("@shape", "kind", first);
  put("@by", "by", first);
  put("@floor", "floor", first);
  const isLine = first.values.get("@shape") === "line";
  const list = isLine ? "points" : "steps";
  under.mark(`${way}.${list}`, first.head);
  for (const [index, row] of inOrder(rows).entries()) {
    put("@from", `${list}.${index}.${isLine ? "at" : "from"}`, row);
    put("@value", `${list}.${index}.value`, row);
  }
}

/** The curves of rates: whose rate says so, has rows; and the other way round. */
export function placeRateCurves(
  under: BookUnderway,
  rows: readonly ReadRow[],
  rates: readonly ReadRow[],
  sheet: { readonly rates: string; readonly curves: string },
  faults: SheetFaults,
): void {
  const ways = waysIn(under, "substrates");
  const wanted = new Map<string, ReadRow>();
  for (const [index, row] of rates.entries()) {
    for (const [at, value] of row.values) {
      if (isInCurves(value)) wanted.set(`substrates.${index}.${at}`, row);
    }
  }
  for (const group of grouped(rows, ["@surface", "@coats"])) {
    const [first] = group;
    const owner = first && ownerOf(first, "@surface", ways, "substrates", faults);
    if (first === undefined || owner === undefined) continue;
    const way = `${owner}.labour.byCoats.${Number(first.values.get("@coats") ?? 0) - 1}`;
    if (!wanted.delete(way)) faults.say(first.head, "curve_unused", sheet.rates);
    else {
      sayUnlike(group, ["@shape", "@by", "@floor"], faults);
      putCurve(under, group, way);
    }
  }
  for (const [way, row] of wanted) {
    const at = way.replace(/^substrates\.\d+\./, "");
    faults.say(row.places.get(at) ?? row.head, "curve_missing", sheet.curves);
  }
}

/** The profits of the book, and of products that have one of their own. */
export function placeProfits(
  under: BookUnderway,
  rows: readonly ReadRow[],
  faults: SheetFaults,
): void {
  const ways = waysIn(under, "products");
  for (const group of grouped(rows, ["@on", "@product"])) {
    const [first] = group;
    const on = first?.values.get("@on");
    if (first === undefined) continue;
    if (typeof on !== "string") {
      faults.say(first.places.get("@on") ?? first.head, "missing");
      continue;
    }
    const ofProduct = /^product-(paint|surface)$/.exec(on)?.[1];
    const owner =
      ofProduct === undefined ? null : ownerOf(first, "@product", ways, "products", faults);
    if (owner === undefined) continue;
    const way = owner === null ? `profit.${on}` : `${owner}.profit.rule`;
    if (under.at(way) !== undefined) {
      faults.say(first.head, "row_twice");
      continue;
    }
    if (owner !== null) under.set(`${owner}.profit.on`, ofProduct);
    sayUnlike(group, ["@kind", "@shape", "@by", "@floor", "@source"], faults);
    putProfit(under, group, way, faults);
  }
}

function putProfit(
  under: BookUnderway,
  rows: readonly ReadRow[],
  way: string,
  faults: SheetFaults,
): void {
  const [first, second] = rows;
  if (first === undefined) return;
  const put = (at: string, to: string): void => {
    under.set(`${way}.${to}`, first.values.get(at));
    under.mark(`${way}.${to}`, first.places.get(at) ?? first.head);
  };
  under.mark(way, first.head);
  put("@kind", "kind");
  put("@source", "percent.source");
  const shape = first.values.get("@shape");
  if (shape === "plain") {
    put("@value", "percent.value");
    if (second !== undefined) faults.say(second.head, "row_twice");
  } else if (shape === undefined) {
    faults.say(first.places.get("@shape") ?? first.head, "missing");
  } else putCurve(under, rows, `${way}.percent`);
}
