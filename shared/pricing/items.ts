import type { RecordOf } from "../estimate/record.ts";
import { absolute, compare, exact, type Exact } from "../exact/exact.ts";
import { parseQuantity } from "../units/decimal.ts";
import type { AddOn } from "./book/money.ts";
import { type CompiledBook, type EntryName, fromBook, settingLabels } from "./compiled-book.ts";
import { CENTS_PER_DOLLAR, readCurve } from "./curve.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import { MAX_QUANTITY } from "./quantities.ts";
import {
  CENTS,
  DAYS,
  given,
  HOURS,
  per,
  PERCENT,
  plus,
  roundedUp,
  times,
  counted,
  timesAll,
} from "./traced.ts";
import type { Trace } from "./trace.ts";

/** A thousand million dollars: the most that any amount of an estimate may be (`acceptedTotal`). */
const MAX_CENTS = 100_000_000_000;
const MAX_AMOUNT = exact(MAX_CENTS);

export const isTooLarge = (amount: Exact): boolean => compare(absolute(amount), MAX_AMOUNT) > 0;

interface ReadBase {
  readonly item: RecordOf<"item">;
  readonly quantity: Trace;
  /** Percent of the price, of its own. */
  readonly margin: Trace | null;
}

/** An item with everything about it that no option changes. */
export type ReadItem = ReadBase &
  (
    | {
        readonly how: "cost";
        readonly cost: Trace;
        /** The part of its cost that is material. */
        readonly material: Trace | null;
      }
    | {
        readonly how: "price";
        readonly price: Trace;
        readonly material: Trace | null;
      }
    | {
        readonly how: "crew-days";
        readonly hours: Trace;
        /** Whole days on the job. */
        readonly days: Trace;
        readonly material: Trace | null;
      }
    | {
        readonly how: "add-on";
        readonly addOn: AddOn;
        readonly cost: Trace;
      }
  );

/** Whether an item is part of the price: not optional, or ticked. */
export const counts = ({ item }: ReadBase): boolean => !item.optional || item.ticked;

type Note = (code: ProblemCode, typed: string) => void;

const referenceOf = ({ id, label }: RecordOf<"item">) =>
  ({ kind: "item", id, name: label }) as const;

function readTyped(typed: string, note: Note): Exact | null {
  const parsed = parseQuantity(typed);
  if (parsed.ok) return parsed.value;
  note(parsed.error.code === "empty" ? "quantity_missing" : "quantity_not_a_number", typed);
  return null;
}

const HUNDRED = exact(100);

/** @returns undefined when it cannot be read. */
function readMargin(item: RecordOf<"item">, note: Note): Trace | null | undefined {
  const typed = item.margin;
  if (typed === null || typed.trim() === "") return null;
  const parsed = parseQuantity(typed);
  if (!parsed.ok || compare(parsed.value, HUNDRED) >= 0) {
    note("margin_not_a_percent", typed);
    return undefined;
  }
  return given("item-margin", PERCENT, parsed.value, { ...referenceOf(item), typed });
}

const EACH = per("cents", "each");

function readPriced(base: ReadBase): ReadItem {
  const { item, quantity } = base;
  const from = referenceOf(item);
  const material =
    item.materialCost === 0 ? null : given("unit-material", EACH, exact(item.materialCost), from);
  if (item.kind === "price") {
    const each = given("unit-price", EACH, exact(item.unitCost), from);
    return {
      ...base,
      how: "price",
      price: times("item-price", CENTS, quantity, each),
      material: material && times("material-cost", CENTS, quantity, material),
    };
  }
  const labour = given(
    material === null ? "unit-cost" : "unit-labour",
    EACH,
    exact(item.unitCost),
    from,
  );
  const each = material === null ? labour : plus("unit-cost", EACH, labour, material);
  return {
    ...base,
    how: "cost",
    cost: times("item-cost", CENTS, quantity, each),
    material: material && times("material-cost", CENTS, quantity, material),
  };
}

function readCrewDays(book: CompiledBook, base: ReadBase, note: Note): ReadItem | null {
  const { item } = base;
  const value = readTyped(item.painters, note);
  if (value === null) return null;
  if (compare(value, MAX_QUANTITY) > 0) {
    note("quantity_too_large", item.painters);
    return null;
  }
  const from = { ...referenceOf(item), typed: item.painters };
  const painters = given("crew-painters", counted("painter"), value, from);
  const name: EntryName = { kind: "labour", key: "labour", label: settingLabels.labour };
  const { hoursPerDay } = book.book.labour;
  const day = fromBook(book, "hours-per-day", per("hour", "day"), hoursPerDay, name);
  const { materialCost } = item;
  return {
    ...base,
    how: "crew-days",
    hours: timesAll("crew-hours", HOURS, painters, [base.quantity, day]),
    days: roundedUp("crew-line-days", DAYS, base.quantity),
    material:
      materialCost === 0
        ? null
        : given("material-cost", CENTS, exact(materialCost), referenceOf(item)),
  };
}

function readAddOn(book: CompiledBook, base: ReadBase, note: Note): ReadItem | null {
  const { item, quantity } = base;
  const addOn = book.addOns.get(item.addOn);
  if (addOn === undefined) {
    note("unknown_add_on", item.addOn);
    return null;
  }
  const { key, label, unit } = addOn;
  const pay = readCurve(book, addOn.pay, {
    key: "add-on-pay",
    unit: per("cents", unit),
    name: { kind: "add-on", key, label },
    scale: CENTS_PER_DOLLAR,
    at: () => ({ x: quantity }),
  });
  return { ...base, how: "add-on", addOn, cost: times("item-cost", CENTS, quantity, pay) };
}

function readItem(
  book: CompiledBook,
  item: RecordOf<"item">,
  problems: Problem[],
): ReadItem | null {
  const note: Note = (code, typed) =>
    problems.push({ code, blocking: true, itemId: item.id, typed });
  const value = readTyped(item.quantity, note);
  const margin = readMargin(item, note);
  if (value === null || margin === undefined) return null;
  if (compare(value, MAX_QUANTITY) > 0) {
    note("quantity_too_large", item.quantity);
    return null;
  }
  const unit = item.kind === "crew-days" ? DAYS : counted("each");
  const from = { ...referenceOf(item), typed: item.quantity };
  const base: ReadBase = { item, margin, quantity: given("quantity", unit, value, from) };
  switch (item.kind) {
    case "cost":
    case "price":
      return readPriced(base);
    case "crew-days":
      return readCrewDays(book, base, note);
    case "add-on":
      return readAddOn(book, base, note);
  }
}

/** Two ticked alternates of one group cannot both be meant. */
function noteClashes(items: readonly RecordOf<"item">[], problems: Problem[]): void {
  const ticked = items.filter(
    ({ optional, ticked: isTicked, group }) => optional && isTicked && group.trim() !== "",
  );
  for (const alternates of Map.groupBy(ticked, ({ group }) => group.trim()).values()) {
    if (alternates.length < 2) continue;
    for (const { id, group } of alternates) {
      problems.push({ code: "alternates_clash", blocking: true, itemId: id, typed: group.trim() });
    }
  }
}

/** Reads what was typed for the lines beside the surfaces, once for all options. */
export function readItems(
  book: CompiledBook,
  items: readonly RecordOf<"item">[],
  problems: Problem[],
): readonly ReadItem[] {
  noteClashes(items, problems);
  return items.flatMap((item) => readItem(book, item, problems) ?? []);
}
