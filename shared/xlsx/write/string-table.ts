import { escapeXml } from "./escape-xml.ts";
import { MAIN, XML_HEAD } from "./xml-head.ts";

/**
 * The texts of a workbook, each once. Inline strings would need no table, but not every program on a tablet
 * that shows workbooks shows them.
 */
export class StringTable {
  readonly #places = new Map<string, number>();
  #uses = 0;

  /** The place of a text, new or not. */
  place(text: string): number {
    this.#uses += 1;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#places.size);
    return this.#places.size - 1;
  }

  /** `xl/sharedStrings.xml`. */
  toXml(): string {
    const items = [...this.#places.keys()].map(
      (text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
    );
    const counts = `count="${this.#uses}" uniqueCount="${items.length}"`;
    return `${XML_HEAD}<sst xmlns="${MAIN}" ${counts}>${items.join("")}</sst>`;
  }
}
