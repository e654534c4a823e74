/** What is wrong with the XML of a part. */
export type XmlFault =
  /** Not well-formed, or cut off. */
  | "markup"
  /** A document type, which could define entities: no workbook has one. */
  | "doctype"
  /** Not UTF-8. */
  | "encoding"
  /** Elements inside one another deeper than any workbook has them. */
  | "depth"
  /** A reference that is no cell of a sheet, or not in the row it stands in. */
  | "cell_ref"
  /** Rows or cells that do not follow each other: Excel refuses them too. */
  | "order"
  /** A kind of cell that does not exist. */
  | "cell_type"
  /** A value that is no finite number, or no boolean. */
  | "value"
  /** A text that the table of shared strings does not have. */
  | "string_index"
  /** A sheet without a name, with the name of another, or whose part is missing. */
  | "sheet";

/** Why a file cannot be read. `part` is a file inside the workbook, `xl/worksheets/sheet1.xml`. */
export type WorkbookError =
  /** Anything else, such as a picture or a CSV; or a workbook whose end is missing. */
  | { readonly code: "not_a_zip" }
  /** A workbook of Excel 97 to 2003 (.xls). */
  | { readonly code: "old_excel" }
  /** It asks for a password. */
  | { readonly code: "encrypted" }
  /** A zip of something else: a document, a workbook of another kind (.ods, .xlsb). */
  | { readonly code: "not_a_workbook" }
  /** A part that cannot be unpacked, or is not what was packed; empty for the zip's list of parts. */
  | { readonly code: "broken_zip"; readonly part: string }
  | { readonly code: "broken_xml"; readonly part: string; readonly fault: XmlFault }
  /** More than `most` bytes, bytes unpacked, parts, sheets, or characters in one text. */
  | {
      readonly code: "too_large";
      readonly what: "file" | "unpacked" | "parts" | "sheets" | "text";
      readonly most: number;
    }
  | { readonly code: "too_many_cells"; readonly most: number };

/**
 * Carries an error out of the depth of a parser to `readWorkbook`, which turns it into a value. Every step of four
 * nested readers would otherwise hand it on by hand, for each cell.
 */
export class Refusal extends Error {
  readonly error: WorkbookError;

  constructor(error: WorkbookError) {
    super(error.code);
    this.error = error;
  }
}

/** @throws Refusal */
export function refuse(error: WorkbookError): never {
  throw new Refusal(error);
}
