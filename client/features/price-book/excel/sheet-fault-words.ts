import type { SheetFault } from "../../../../shared/pricing/sheets/sheet-fault.ts";
import type { BookWords } from "../../../words/book-words.ts";
import type { ExcelWords } from "../../../words/excel-words.ts";
import { faultWords } from "../fault-words.ts";
import { partWords } from "../sections.ts";

/** What is wrong with a cell, and what to do about it. */
export function sheetFaultWords(
  { code, sheet, found, expected }: SheetFault,
  x: ExcelWords,
  b: BookWords,
): string {
  switch (code) {
    case "sheet_missing":
      return found === "" ? x.sheetMissing(sheet) : x.sheetRenamed(sheet, found);
    case "column_missing":
      return x.columnMissing(expected);
    case "column_twice":
      return x.columnTwice(found);
    case "merged":
      return x.merged(found);
    case "error_cell":
      return x.cellError(found);
    case "date_not_text":
      return x.cellDateNotText(found);
    case "not_a_mark":
      return x.cellMark(found);
    case "not_dollars":
    case "not_cents":
      return x.cellDollars(found);
    case "name_missing":
      return x.cellName;
    case "not_here":
      return x.cellNotHere(found, expected);
    case "row_missing":
      return x.rowMissing(found);
    case "row_twice":
      return x.rowTwice;
    case "rows_disagree":
      return x.cellUnlike(found, expected);
    case "curve_missing":
      return x.curveMissing(expected);
    case "curve_unused":
      return x.curveUnused(expected);
    case "missing":
      return x.cellEmpty;
    case "not_a_choice":
      return x.cellChoice(found, expected);
    case "not_a_number":
    case "number_not_text":
      return x.cellNumber(found);
    case "negative":
      return x.cellNegative(found);
    case "not_positive":
      return x.cellZero(found);
    case "too_precise":
      return x.cellPrecise(found);
    case "too_high":
      return x.cellHigh(found, expected);
    case "not_a_whole_number":
    case "out_of_range":
    case "not_ounces":
      return x.cellWhole(found);
    case "not_below_hundred":
      return x.cellPercent(found);
    case "not_a_day":
      return x.cellDay(found);
    case "not_a_state":
      return x.cellState(found);
    case "not_a_colour":
      return x.cellColour(found);
    case "not_a_key":
      return x.cellKey(found);
    case "duplicate_key":
      return x.cellKeyTwice(found);
    case "duplicate_state":
    case "listed_twice":
      return x.cellTwice(found);
    case "unknown_key":
      return x.cellUnknown(found, partWords(expected, b));
    case "unknown_source":
      return x.cellSource(found);
    case "text_missing":
    case "text_too_long":
      return x.cellText;
    // What is wrong with the book rather than with a cell has its words already.
    case "too_large":
    case "too_many":
    case "too_few":
    case "not_json":
    case "format_unknown":
    case "unknown_field":
    case "not_an_object":
    case "not_a_list":
    case "not_a_text":
    case "not_yes_or_no":
    case "reserved_key":
    case "sheen_not_of_product":
    case "curve_not_from_zero":
    case "curve_not_ascending":
    case "profit_rises":
    case "factor_above_one":
    case "factor_below_one":
    case "payments_exceed_total":
    case "height_band_twice":
    case "can_free":
    case "cans_incommensurable":
    case "companion_itself":
      return faultWords({ code, path: "", entry: null, found, expected }, b);
  }
}
