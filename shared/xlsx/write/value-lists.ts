import { columnLetters } from "../cell-ref.ts";
import type { StringTable } from "./string-table.ts";
import { MAIN, XML_HEAD } from "./xml-head.ts";

/**
 * The lists of allowed values, each once, in the columns of a hidden sheet. A list inside the rule itself could
 * have 255 characters in all and no commas.
 */
export class ValueLists {
  readonly sheetName: string;
  readonly #lists = new Map<string, readonly string[]>();

  /** @param taken names of the workbook's other sheets. */
  constructor(taken: readonly string[]) {
    const folded = new Set(taken.map((name) => name.toLowerCase()));
    let number = 1;
    while (folded.has(nameOf(number).toLowerCase())) number += 1;
    this.sheetName = nameOf(number);
  }

  get isEmpty(): boolean {
    return this.#lists.size === 0;
  }

  /** The range that holds these values, as a formula. */
  range(values: readonly string[]): string {
    const key = JSON.stringify(values);
    this.#lists.set(key, values);
    const column = columnLetters([...this.#lists.keys()].indexOf(key) + 1);
    return `'${this.sheetName}'!$${column}$1:$${column}$${values.length}`;
  }

  toXml(strings: StringTable): string {
    const lists = [...this.#lists.values()];
    const rows = Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, at) => {
      const cells = lists.map((values, column) => {
        const value = values[at];
        if (value === undefined) return "";
        return `<c r="${columnLetters(column + 1)}${at + 1}" t="s"><v>${strings.place(value)}</v></c>`;
      });
      return `<row r="${at + 1}">${cells.join("")}</row>`;
    });
    return `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join("")}</sheetData></worksheet>`;
  }
}

const nameOf = (number: number): string => (number === 1 ? "Lists" : `Lists ${number}`);
