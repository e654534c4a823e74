import type { WorkbookError } from "../../../../shared/xlsx/read/workbook-error.ts";
import type { ExcelWords } from "../../../words/excel-words.ts";

/** What is the matter with a file that is no workbook to read, and what to do about it. */
export function fileErrorWords(
  { code }: WorkbookError,
  x: ExcelWords,
): readonly [happened: string, todo: string] {
  switch (code) {
    case "not_a_zip":
    case "not_a_workbook":
      return [x.notAWorkbook, x.notAWorkbookTodo];
    case "old_excel":
      return [x.oldExcel, x.oldExcelTodo];
    case "encrypted":
      return [x.encrypted, x.encryptedTodo];
    case "broken_zip":
    case "broken_xml":
      return [x.broken, x.brokenTodo];
    case "too_large":
    case "too_many_cells":
      return [x.tooLarge, x.tooLargeTodo];
  }
}
