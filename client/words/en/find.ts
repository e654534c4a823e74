/** Looking for one estimate among many, in the list. */
export const find = {
  findShow: "Show",
  findAll: "All",
  findToday: "Today",
  findDraft: "Measuring",
  findWaiting: "Waiting to send",
  findAccepted: "Accepted",
  findOne: "1 estimate",
  findCount: (count: string) => `${count} estimates`,
  findMoreThan: (count: string) => `More than ${count} estimates, newest first`,
  findNone: (text: string) => `No estimate for “${text}”`,
  findNoneHere: "Nothing here",
  findNoneLead: "Looked for in the names, phone numbers, streets and towns on this tablet.",
  findNoneOf: (filter: string) => `Looked for among “${filter}” only.`,
  findEverywhere: "Look in all",
  findNew: (text: string) => `New estimate for “${text}”`,
} as const;
