/** The price book as a workbook: a chunk of its own, read with its screen. */
export const excel = {
  title: "Excel",
  exportTitle: "Export",
  exportLead:
    "Everything in the price book, a sheet for each part. It opens in Excel, LibreOffice and Google Sheets.",
  exportDraftLead: "It holds your draft as it stands.",
  exportButton: "Export to Excel",
  exportShare: "Share it",
  exportBusy: "Making the file",
  exportFailed: "The file could not be made. Nothing in the price book changed. Try again.",
  fileName: (version: number) => `Price book v${version}.xlsx`,
  fileNameDraft: (version: number) => `Price book v${version} draft.xlsx`,

  importTitle: "Read a file back",
  importLead:
    "Change the exported file as you like and choose it here. You see every difference before anything changes.",
  importButton: "Choose an Excel file",
  importAgain: "Choose another file",
  importOnlyManagers: "Only managers read files back.",

  readingOpen: "Opening the file",
  readingUnpack: "Unpacking the workbook",
  readingRead: "Reading the sheets",
  readingCheck: "Checking the price book",

  safe: "Nothing in the price book changed.",
  notAWorkbook: "This is not an Excel workbook.",
  notAWorkbookTodo: "Choose a file that ends in .xlsx.",
  oldExcel: "This is a workbook of an old Excel, .xls.",
  oldExcelTodo: "Save it as .xlsx and choose that.",
  encrypted: "This workbook has a password.",
  encryptedTodo: "Save it without a password and choose that.",
  broken: "This workbook is damaged.",
  brokenTodo: "Open it in your spreadsheet program, save it again and choose that.",
  tooLarge: "This workbook is far larger than a price book.",
  tooLargeTodo: "Export the price book again and make your changes there.",
  unreadable: "The file could not be opened.",
  unreadableTodo: "Choose it again, or save it on this tablet first.",

  refused: (count: number) =>
    count === 1 ? "1 cell has to be put right" : `${count} cells have to be put right`,
  refusedMany: (count: number) => `The first ${count} cells that have to be put right`,
  refusedTodo: "Put them right in the file, save it and choose it again.",
  place: (sheet: string, cell: string) => `${sheet}, cell ${cell}`,
  placeIn: (sheet: string, cell: string, column: string) => `${sheet}, cell ${cell}, “${column}”`,

  compareWith: "What shall the file be held against?",
  compareDraft: "The draft as it stands",
  compareVersion: (version: number) => `Version ${version}`,
  compareFrom: "The file comes from it",
  compareCurrent: "The current one",
  draftTaken: (count: number) =>
    `The draft has ${count === 1 ? "1 change" : `${count} changes`} of its own. What the file says otherwise replaces them.`,
  draftKept: (count: number) =>
    `The draft keeps ${count === 1 ? "its 1 change" : `its ${count} changes`} of its own, except where the file changes the same.`,
  older: (version: number, current: number) =>
    `The file comes from version ${version}, and version ${current} is current. Only what was changed in the file is taken over.`,
  olderAll: (version: number, current: number) =>
    `The file comes from version ${version}, and version ${current} is current. What was changed since would be as it was.`,
  differences: "Different in the file",
  nothing: "Nothing differs",
  nothingLead: (name: string) => `${name} says the same as this price book.`,
  put: (count: number) =>
    count === 1 ? "Put this change into the draft" : `Put these ${count} changes into the draft`,
  putLead: "You review them, and what they do to estimates, before you publish.",
  tooMany: (count: number) =>
    `${count} entries are different, more than one draft can hold. Take over a part of them first.`,
  ignored: "Left out",
  ignoredSheet: (sheet: string) => `The sheet “${sheet}” is none of the price book’s.`,
  ignoredColumn: (sheet: string, column: string) =>
    `${sheet}: the column “${column}” is none of the price book’s.`,

  cellEmpty: "Nothing stands here. Fill it in.",
  cellChoice: (found: string, choices: string) =>
    `“${found}” is none of the choices. Write one of: ${choices}.`,
  cellNumber: (found: string) => `“${found}” is not a number. Write it as 0.75.`,
  cellNegative: (found: string) => `“${found}” is below zero. Write a number above it.`,
  cellZero: (found: string) => `“${found}” has to be more than zero.`,
  cellPrecise: (found: string) => `“${found}” has more than six decimals. Shorten it.`,
  cellHigh: (found: string, most: string) =>
    `“${found}” is too much. At most ${most} can stand here.`,
  cellWhole: (found: string) => `“${found}” is not a whole number that fits here.`,
  cellDollars: (found: string) => `“${found}” is not dollars and cents. Write it as 12.50.`,
  cellPercent: (found: string) => `“${found}” has to stay below 100 %.`,
  cellDay: (found: string) => `“${found}” is not a day. Write it as 2026-12-31.`,
  cellState: (found: string) => `“${found}” is not a state. Write two letters: OR.`,
  cellColour: (found: string) => `“${found}” is not a color. Write it as #f2ede4.`,
  cellKey: (found: string) =>
    `“${found}” is not a key. Leave the cell empty, and it is made of the name.`,
  cellKeyTwice: (found: string) =>
    `“${found}” is there twice. Leave the cell of the new row empty, or take one row out.`,
  cellTwice: (found: string) => `“${found}” is there twice. Take one out.`,
  cellUnknown: (found: string, list: string) =>
    `“${found}” is not among: ${list}. Choose another, or add it there.`,
  cellSource: (found: string) =>
    `“${found}” is not in the sheet of sources. Add a row for it there, or choose another.`,
  cellName: "The row has no name. Write one.",
  cellText: "The text is missing or too long.",
  cellMark: (found: string) => `“${found}” is neither an x nor empty.`,
  cellError: (found: string) =>
    `The formula does not work${found === "" ? "" : `: ${found}`}. Write the value itself.`,
  cellDateNotText: (found: string) =>
    `The program made a date of a text, and stored ${found}. Format the cell as text and write it again.`,
  cellNotHere: (found: string, kind: string) =>
    kind === ""
      ? `“${found}” does not belong here. Clear the cell.`
      : `“${found}” does not belong in a row with “${kind}”. Clear the cell.`,
  cellUnlike: (found: string, first: string) =>
    `“${found}”, and the first row of the same says “${first}”. Write the same in all of them.`,
  rowMissing: (row: string) => `The row “${row}” is missing. Put it back.`,
  rowTwice: "There is a row for this already. Take one out.",
  curveMissing: (sheet: string) =>
    `The sheet ${sheet} has no rows for this rate. Add them, or write a number.`,
  curveUnused: (sheet: string) =>
    `Its rate in the sheet ${sheet} does not point here. Write “see Curves” there, or take these rows out.`,
  columnMissing: (column: string) =>
    `The column “${column}” is missing. Put it back, or give it its title again.`,
  columnTwice: (column: string) => `Two columns are titled “${column}”. Take one out.`,
  merged: (range: string) => `The cells ${range} are merged. Split them.`,
  sheetMissing: (sheet: string) => `The sheet “${sheet}” is missing. Put it back.`,
  sheetRenamed: (sheet: string, others: string) =>
    `The sheet “${sheet}” is missing. Give it its name again, if it is one of: ${others}.`,
} as const;
