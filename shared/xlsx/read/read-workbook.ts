import { readDateStyles } from "./date-styles.ts";
import { WORKBOOK_LIMITS, type WorkbookLimits } from "./limits.ts";
import { openPart, type Relationship, relationshipsOf } from "./package-parts.ts";
import { readSheet, type SheetContent, type SheetContext } from "./read-sheet.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { ZipArchive } from "./unzip.ts";
import { Refusal, refuse, type WorkbookError } from "./workbook-error.ts";
import type { XmlScanner } from "./xml-scanner.ts";

export interface ReadSheet extends SheetContent {
  readonly name: string;
  readonly hidden: boolean;
}

export interface ReadWorkbook {
  /** By name, in the order of the tabs; sheets that are nothing but a chart are left out. */
  readonly sheets: ReadonlyMap<string, ReadSheet>;
  /** Dates count from 1904: `serialToIso` asks. */
  readonly dates1904: boolean;
}

export type ReadWorkbookResult =
  | { readonly ok: true; readonly value: ReadWorkbook }
  | { readonly ok: false; readonly error: WorkbookError };

/**
 * Reads the cells of an Office Open XML workbook (.xlsx, .xlsm), as Excel, LibreOffice, Google Sheets and others write
 * it; macros, pictures, links and everything else in the file are not looked at. The file may come from anywhere:
 * whatever it holds, the answer is a value, and costs no more than `limits` allow.
 */
export function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): ReadWorkbookResult {
  try {
    return { ok: true, value: read(bytes, limits) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, error: thrown.error };
    throw thrown;
  }
}

function read(bytes: Uint8Array, limits: WorkbookLimits): ReadWorkbook {
  if (bytes.length > limits.fileBytes) {
    refuse({ code: "too_large", what: "file", most: limits.fileBytes });
  }
  refuseCompound(bytes);
  const archive = new ZipArchive(bytes, limits);
  const part =
    relationshipsOf(archive, "", limits).find(({ type }) => type === "officeDocument")?.target ??
    "xl/workbook.xml";
  const scanner = part.endsWith(".bin") ? undefined : openPart(archive, part);
  if (scanner?.root() !== "workbook") refuse({ code: "not_a_workbook" });
  const { entries, dates1904 } = readEntries(scanner, limits);
  const links = relationshipsOf(archive, part, limits);
  const opened = (type: string): XmlScanner | undefined =>
    openPart(archive, links.find((link) => link.type === type)?.target ?? "");
  const context: SheetContext = {
    strings: readSharedStrings(opened("sharedStrings"), limits),
    dateStyles: readDateStyles(opened("styles"), limits),
    limits,
    cellsLeft: limits.cells,
  };
  const byId = new Map<string, Relationship>(links.map((link) => [link.id, link]));
  const sheets = new Map<string, ReadSheet>();
  for (const { id, name, hidden } of entries) {
    const link = byId.get(id) ?? scanner.fail("sheet");
    if (name === "" || sheets.has(name)) scanner.fail("sheet");
    if (link.type !== "worksheet") continue;
    const content = openPart(archive, link.target) ?? scanner.fail("sheet");
    sheets.set(name, { name, hidden, ...readSheet(content, context) });
  }
  return { sheets, dates1904 };
}

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** In the directory of the compound file that a workbook with a password is wrapped in (MS-OFFCRYPTO, 2.3.4). */
const ENCRYPTED_PACKAGE = "EncryptedPackage";

/** A file of the kind Office wrote before 2007, in which it still wraps workbooks that have a password. */
function refuseCompound(bytes: Uint8Array): void {
  if (!COMPOUND.every((byte, at) => bytes[at] === byte)) return;
  const mark = Array.from(ENCRYPTED_PACKAGE, (letter) => [letter.charCodeAt(0), 0]).flat();
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    if (mark.every((byte, more) => bytes[at + more] === byte)) refuse({ code: "encrypted" });
  }
  refuse({ code: "old_excel" });
}

interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

function readEntries(
  scanner: XmlScanner,
  limits: WorkbookLimits,
): { readonly entries: readonly SheetEntry[]; readonly dates1904: boolean } {
  const entries: SheetEntry[] = [];
  let dates1904 = false;
  for (const name of scanner.children()) {
    if (name === "workbookPr") {
      dates1904 = ["1", "true"].includes(scanner.attribute("date1904") ?? "");
    }
    if (name !== "sheets") continue;
    for (const _ of scanner.children()) {
      if (entries.length >= limits.sheets) {
        refuse({ code: "too_large", what: "sheets", most: limits.sheets });
      }
      entries.push({
        id: scanner.attribute("*:id") ?? "",
        name: scanner.attribute("name") ?? "",
        hidden: (scanner.attribute("state") ?? "visible") !== "visible",
      });
    }
  }
  return { entries, dates1904 };
}
