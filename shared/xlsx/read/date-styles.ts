import type { WorkbookLimits } from "./limits.ts";
import { refuse } from "./workbook-error.ts";
import type { XmlScanner } from "./xml-scanner.ts";

/** Ids of formats that are dates or times without a code in the file, East Asian ones too (ECMA-376, 18.8.30). */
const BUILT_IN: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/**
 * For each cell style of a workbook, whether it shows a number as a date or a time.
 *
 * @throws Refusal
 */
export function readDateStyles(
  scanner: XmlScanner | undefined,
  { cells: most }: WorkbookLimits,
): readonly boolean[] {
  if (scanner === undefined) return [];
  const codes = new Map<string, boolean>();
  const styles: boolean[] = [];
  const count = (): void => {
    if (codes.size + styles.length >= most) refuse({ code: "too_many_cells", most });
  };
  scanner.root();
  for (const name of scanner.children()) {
    if (name === "numFmts") {
      for (const _ of scanner.children()) {
        count();
        const code = scanner.attribute("formatCode") ?? "";
        codes.set(scanner.attribute("numFmtId") ?? "", isDateFormat(code));
      }
    } else if (name === "cellXfs") {
      for (const _ of scanner.children()) {
        count();
        const id = scanner.attribute("numFmtId") ?? "0";
        styles.push(
          codes.get(id) ?? BUILT_IN.some(([from, to]) => Number(id) >= from && Number(id) <= to),
        );
      }
    }
  }
  return styles;
}

/** Whether a format's code has a letter for a part of a date or a time, outside of quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  for (let at = 0; at < code.length; at += 1) {
    const sign = code[at] ?? "";
    if (sign === "\\" || sign === "_" || sign === "*") at += 1;
    else if (sign === '"' || sign === "[") {
      const end = code.indexOf(sign === "[" ? "]" : '"', at + 1);
      if (end < 0) return false;
      // [h]:mm counts hours beyond a day; [Red], [$-409] and [>100] say nothing about time.
      if (sign === "[" && /^(?:h+|m+|s+)$/i.test(code.slice(at + 1, end))) return true;
      at = end;
    } else if ("dmyhs".includes(sign.toLowerCase())) return true;
  }
  return false;
}
