/** How much of a file is read before it is refused: far more than a price book has, less than a tablet has memory. */
export interface WorkbookLimits {
  readonly fileBytes: number;
  /** All parts that are read, unpacked. */
  readonly unpackedBytes: number;
  readonly parts: number;
  readonly sheets: number;
  /** Cells that are not empty, on all sheets; also entries of the tables that cells point into. */
  readonly cells: number;
  /** UTF-16 units of one text. */
  readonly textLength: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 10_000_000,
  unpackedBytes: 64_000_000,
  parts: 2_000,
  sheets: 200,
  cells: 500_000,
  // Excel's own limit.
  textLength: 32_767,
};
