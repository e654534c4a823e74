import type { Localised } from "../book/numbers.ts";
import type { KeyedList } from "../known-keys.ts";
import type { PriceBook } from "../price-book.ts";
import type { Choices } from "./choices.ts";

/** The languages that sheets are written in. They are read in either, also mixed. */
export type SheetLanguage = keyof Localised;

/** What stands in the cells of a column, and how a person may write it. */
export type CellKind =
  /** What an entry is called by. Empty in a new row: it is made of the name. */
  | { readonly kind: "key" }
  /** The key of an entry of another list; several of them with commas between. */
  | { readonly kind: "ref" | "refs"; readonly list: KeyedList }
  | { readonly kind: "text" | "long-text" }
  /** Two capitals, or the words for everywhere else. */
  | { readonly kind: "state" }
  /** `#f2ede4` */
  | { readonly kind: "colour" }
  /** One of a few words; several of them with commas between. */
  | { readonly kind: "choice" | "choices"; readonly choices: Choices }
  /** An x where `member` is in the list at the column's path. */
  | { readonly kind: "mark"; readonly member: string }
  /** A decimal number as it stands; the same shown as dollars. */
  | { readonly kind: "decimal" | "dollar-decimal" }
  /** Percent in the book, a fraction in the cell. */
  | { readonly kind: "percent" }
  /** Cents in the book, dollars in the cell. */
  | { readonly kind: "dollars" }
  | { readonly kind: "whole" }
  | { readonly kind: "day" }
  /** A decimal number, or a word that sends the reader to the sheet of curves. */
  | { readonly kind: "rate" }
  /** The key of a source, of the number at the path before it. Empty: as the source before it in the row. */
  | { readonly kind: "source"; readonly isAlways: boolean };

export interface Column {
  /**
   * Where in the row's value it stands: `labour.kind`. What begins with @ is not part of the entry: the key of the
   * product that a can belongs to.
   */
  readonly at: string;
  readonly title: Localised;
  readonly cell: CellKind;
  readonly width: number;
  /** Stands only in rows where the choice at `at` is one of these. */
  readonly when?: { readonly at: string; readonly is: readonly string[] } | undefined;
  /** What an empty cell says: nothing at all, or that there is none. */
  readonly empty?: "missing" | "null" | undefined;
  /** Not meant to be edited. */
  readonly locked?: boolean | undefined;
}

/** Where the values of a row belong in the document, by their paths in the row; null for what is not part of it. */
export type Placing = (at: string) => string | null;

/** One sheet of the workbook, in both directions. */
export interface Table {
  readonly id: string;
  /** The name of the sheet. */
  readonly name: Localised;
  readonly columns: readonly Column[];
  /** How many columns stay in sight. */
  readonly frozen: number;
  /** The values of its rows: entries of the book, or what is made of them. */
  readonly rows: (book: PriceBook) => readonly unknown[];
  /** Keys are distinct among the rows that have the same value at this path; without one, in the sheet. */
  readonly groupedBy?: string | undefined;
  /** Parts of the document that stand in this sheet and nowhere else, by their paths. */
  readonly holds: readonly string[];
  /** More rows than these are not read. */
  readonly most: number;
}

const column = (
  at: string,
  en: string,
  es: string,
  cell: CellKind,
  width: number,
  more: Partial<Column> = {},
): Column => ({ at, title: { en, es }, cell, width, ...more });

type More = Pick<Column, "when" | "empty" | "locked"> & { readonly width?: number };

export const keyColumn = (at = "key", en = "Key", es = "Clave", more: More = {}): Column =>
  column(at, en, es, { kind: "key" }, 20, { locked: true, ...more });

/** The two columns of a name. */
export const nameColumns: readonly Column[] = [
  column("label.en", "Name", "Nombre en inglés", { kind: "text" }, 28),
  column("label.es", "Name in Spanish", "Nombre", { kind: "text" }, 28),
];

/** The two columns of what a number includes. */
export const includesColumns: readonly Column[] = [
  column("includes.en", "Includes", "Incluye, en inglés", { kind: "text" }, 100),
  column("includes.es", "Includes, in Spanish", "Incluye", { kind: "text" }, 100),
];

export const textColumn = (at: string, en: string, es: string, more: More = {}): Column =>
  column(at, en, es, { kind: "text" }, 28, more);

export const longTextColumn = (at: string, en: string, es: string): Column =>
  column(at, en, es, { kind: "long-text" }, 120);

export const stateColumn = (at: string, width: number): Column =>
  column(at, "State", "Estado", { kind: "state" }, width);

export const colourColumn = (at: string, en: string, es: string): Column =>
  column(at, en, es, { kind: "colour" }, 14);

export const refColumn = (
  at: string,
  en: string,
  es: string,
  list: KeyedList,
  more: More = {},
): Column => column(at, en, es, { kind: "ref", list }, 20, more);

export const refsColumn = (
  at: string,
  en: string,
  es: string,
  list: KeyedList,
  more: More = {},
): Column => column(at, en, es, { kind: "refs", list }, 30, more);

export const choiceColumn = (
  at: string,
  en: string,
  es: string,
  choices: Choices,
  more: More = {},
): Column => column(at, en, es, { kind: "choice", choices }, 18, more);

export const choicesColumn = (at: string, en: string, es: string, choices: Choices): Column =>
  column(at, en, es, { kind: "choices", choices }, 18);

export const markColumn = (at: string, member: string, en: string, es: string): Column =>
  column(`${at}.@${member}`, en, es, { kind: "mark", member }, 12);

type NumberKind = "decimal" | "dollar-decimal" | "percent" | "dollars" | "whole" | "rate";

export const numberColumn = (
  at: string,
  en: string,
  es: string,
  kind: NumberKind,
  more: More = {},
): Column => column(at, en, es, { kind }, 13, more);

export const dayColumn = (at: string, en: string, es: string, more: More = {}): Column =>
  column(at, en, es, { kind: "day" }, 14, more);

/** @param isAlways it stands in every row, also where no number is. */
export const sourceColumn = (at: string, en = "Source", es = "Fuente", isAlways = false): Column =>
  column(at, en, es, { kind: "source", isAlways }, 22);
