/** Files that another app has shared with this one. */
export const share = {
  title: "From another app",
  nothing: "Nothing has been shared",
  nothingLead:
    "Share photos from your gallery, or an Excel workbook from your files, with Paintbox. They come up here.",
  workbook: "Excel workbook, on this tablet",
  others: (count: number) =>
    count === 1
      ? "One other workbook was not taken. Share one at a time."
      : `${count} other workbooks were not taken. Share one at a time.`,
  open: "Open it in the price book",
  openLead: "You see every difference before anything changes.",
  onlyManagers: "A workbook brings prices in, and only managers do that. Nothing was changed.",
  putAway: "Put it away",
  tooLarge: (name: string) => `${name} is larger than 10 MB.`,
  tooLargeTodo: "A price book is far smaller. Look whether it is the right file.",
  notKept: "This tablet could not keep what was shared.",
  notKeptTodo: "Make some room on it and share it again.",
  notReceived: "Paintbox was not ready to take what was shared.",
  notReceivedTodo: "It is ready now. Go back to the other app and share it again.",
  notTaken: "Nothing was taken, and nothing was changed.",
  photos: (count: number) => (count === 1 ? "1 photo" : `${count} photos`),
  photosLead: "On this tablet. Choose the estimate that they belong to.",
  putPhotosAway: (count: number) => (count === 1 ? "Throw it away" : `Throw ${count} photos away`),
  putAwaySure: (count: number) =>
    count === 1 ? "Throw away for good: 1 photo" : `Throw away for good: ${count} photos`,
  putAwayNot: (count: number) => (count === 1 ? "Keep it" : `Keep all ${count}`),
  notShown: "No picture here, but it can be sent",
  refused: (count: number) =>
    count === 1 ? "1 file was not taken" : `${count} files were not taken`,
  refusedNotPhoto: "neither a photo (JPEG, PNG, WebP or HEIC) nor an Excel workbook",
  refusedTooLarge: "larger than 25 MB, which is the most for one photo",
  refusedTooMany: "30 photos wait here already; file those, then share it again",
  refusedNoRoom: "with it there would be more than 100 MB; file the others, then share it again",
  whose: "Which estimate?",
  search: "Customer, address or title",
  estimates: "Estimates",
  noEstimate: "No estimate on this tablet fits",
  noEstimateLead: "Search for fewer letters, or begin the estimate first. The photos stay here.",
  fileUnder: (name: string) => `For ${name}`,
  file: (count: number) => (count === 1 ? "File the photo" : `File ${count} photos`),
  fileLead: "They wait on this tablet and go to the job's CompanyCam project by themselves.",
  filing: "Filing",
  another: "Choose another estimate",
  silent: "The photos cannot be read just now.",
  silentSafe: "They are still on this tablet.",
  silentTodo: "Close the other windows of Paintbox, then try again.",
} as const;
