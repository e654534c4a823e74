import { decodeXstring } from "./decode-text.ts";
import type { WorkbookLimits } from "./limits.ts";
import { refuse } from "./workbook-error.ts";
import type { XmlScanner } from "./xml-scanner.ts";

/**
 * The text of an `si` or `is` just opened: its runs of differing looks joined, without the phonetic ones beside them.
 *
 * @throws Refusal
 */
export function readRichText(scanner: XmlScanner, { textLength }: WorkbookLimits): string {
  let text = "";
  for (const name of scanner.children()) {
    if (name === "t") text += decodeXstring(scanner.text());
    if (name !== "r") continue;
    for (const inner of scanner.children()) {
      if (inner === "t") text += decodeXstring(scanner.text());
    }
  }
  if (text.length > textLength) refuse({ code: "too_large", what: "text", most: textLength });
  return text;
}

/**
 * The table that cells of type `s` point into; none is an empty one.
 *
 * @throws Refusal
 */
export function readSharedStrings(
  scanner: XmlScanner | undefined,
  limits: WorkbookLimits,
): readonly string[] {
  const strings: string[] = [];
  if (scanner === undefined) return strings;
  scanner.root();
  for (const name of scanner.children()) {
    if (name !== "si") continue;
    if (strings.length >= limits.cells) refuse({ code: "too_many_cells", most: limits.cells });
    strings.push(readRichText(scanner, limits));
  }
  return strings;
}
