import { readWorkbook } from "../../xlsx/read/read-workbook.ts";
import type { WorkbookError } from "../../xlsx/read/workbook-error.ts";
import type { PriceBook } from "../price-book.ts";
import type { SheetLanguage } from "./column.ts";
import type { ReadBookSheets } from "./conclude-sheets.ts";
import { readSheets } from "./read-sheets.ts";

/** A file that somebody chose, and the book whose sheets it should hold. */
export interface BookFileRequest {
  readonly bytes: Uint8Array;
  /** Whose id, version, name and spelling the book in the file gets. */
  readonly base: PriceBook;
  readonly language: SheetLanguage;
}

export type BookFile =
  | ReadBookSheets
  /** It is no workbook that can be read. */
  | { readonly ok: false; readonly error: WorkbookError };

/** How far reading a file has come. */
export type ReadingStep = "unpacking" | "reading" | "checking";

/** What a worker that reads files says: how far it has come, and in the end what it found. */
export type BookFileMessage = { readonly step: ReadingStep } | { readonly file: BookFile };

/**
 * Everything between a file's bytes and the price book in it, as `workbookToPriceBook` reads it. What checks a price
 * book comes as a part of its own, while the file is unpacked. Rejects only when that cannot be had.
 */
export async function readBookFile(
  { bytes, base, language }: BookFileRequest,
  onStep: (step: ReadingStep) => void,
): Promise<BookFile> {
  const checking = import("./conclude-sheets.ts");
  onStep("unpacking");
  const workbook = readWorkbook(bytes);
  if (!workbook.ok) return { ok: false, error: workbook.error };
  onStep("reading");
  const sheets = readSheets(workbook.value, base, language);
  onStep("checking");
  const { concludeSheets } = await checking;
  return concludeSheets(sheets);
}
