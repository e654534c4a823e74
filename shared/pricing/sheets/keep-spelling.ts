import { movePoint } from "../../xlsx/decimal-text.ts";
import { isObject } from "../edit/json.ts";

/** Members that are decimal texts. */
const NUMBERS: ReadonlySet<string> = new Set(["value", "from", "at", "floor"]);
/** Lists whose order says nothing. */
const SETS: ReadonlySet<string> = new Set(["appliesTo", "multipliers"]);
/** What tells the entries of a list apart: the first of these that an entry has. */
const IDENTITIES: readonly (readonly string[])[] = [
  ["key"],
  ["size"],
  ["state"],
  ["task"],
  ["kind", "areaKind", "substrate", "colourChange"],
  ["substrate", "texture"],
  ["scope"],
  ["from"],
  ["at"],
  ["name", "code"],
];

/**
 * A document with the spelling of the book it was once exported from, wherever both mean the same: `1.80` in a book is
 * the number 1.8 in a spreadsheet, a space at the end of a name is lost, the order of x's is nobody's.
 */
export function keepSpelling(document: unknown, base: unknown, name = ""): unknown {
  if (typeof document === "string") {
    return typeof base === "string" && isSame(document, base, name) ? base : document;
  }
  if (Array.isArray(document)) {
    return Array.isArray(base) ? keepInList(document, base, name) : document;
  }
  if (!isObject(document) || !isObject(base)) return document;
  return Object.fromEntries(
    Object.entries(document).map(([member, value]) => [
      member,
      keepSpelling(value, Object.hasOwn(base, member) ? base[member] : undefined, member),
    ]),
  );
}

function keepInList(list: readonly unknown[], base: readonly unknown[], name: string): unknown {
  if (
    SETS.has(name) &&
    list.length === base.length &&
    list.every((entry) => base.includes(entry))
  ) {
    return base;
  }
  const names = identitiesOf(base);
  const known = new Map(base.map((entry, index) => [names[index], entry]));
  const wanted = identitiesOf(list);
  return Array.from(list, (entry, index) =>
    isObject(entry) ? keepSpelling(entry, known.get(wanted[index])) : entry,
  );
}

/** Names for the entries of a list, each once: the second of those that say the same is the second. */
function identitiesOf(list: readonly unknown[]): readonly string[] {
  const counts = new Map<string, number>();
  return Array.from(list, (entry) => {
    const name = identityOf(entry);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${count} ${name}`;
  });
}

/** Rates for one coat, two coats have no name: they are told apart by their places. */
function identityOf(entry: unknown): string {
  if (!isObject(entry) || Object.hasOwn(entry, "steps") || Object.hasOwn(entry, "points"))
    return "";
  const names = IDENTITIES.find(([first = ""]) => Object.hasOwn(entry, first)) ?? [];
  return names.length === 0 ? "" : JSON.stringify(names.map((name) => plain(entry[name], name)));
}

const isSame = (text: string, other: string, name: string): boolean =>
  plain(text, name) === plain(other, name);

/** A text without what a spreadsheet may change about it. */
function plain(value: unknown, name: string): unknown {
  if (typeof value !== "string") return value ?? null;
  if (NUMBERS.has(name) && /^\d{1,30}(?:\.\d{1,30})?$/.test(value)) return movePoint(value, 0);
  return value.replaceAll("\r\n", "\n").trim();
}
