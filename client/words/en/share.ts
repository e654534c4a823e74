/** A file that another app has shared with this one. */
export const share = {
  title: "From another app",
  nothing: "Nothing has been shared",
  nothingLead:
    "Share an Excel workbook with Paintbox from your files or your mail. It comes up here.",
  workbook: "Excel workbook, on this tablet",
  others: (count: number) =>
    count === 1
      ? "One other file was not taken. Share one at a time."
      : `${count} other files were not taken. Share one at a time.`,
  open: "Open it in the price book",
  openLead: "You see every difference before anything changes.",
  onlyManagers: "A workbook brings prices in, and only managers do that. Nothing was changed.",
  putAway: "Put it away",
  tooLarge: (name: string) => `${name} is larger than 10 MB.`,
  tooLargeTodo: "A price book is far smaller. Look whether it is the right file.",
  notWorkbook: (name: string) => `${name} is not an Excel workbook.`,
  notWorkbookTodo: "Save it as .xlsx and share it again.",
  notKept: "This tablet could not keep the file.",
  notKeptTodo: "Make some room on it and share the file again.",
  notTaken: "Nothing was taken, and nothing was changed.",
} as const;
