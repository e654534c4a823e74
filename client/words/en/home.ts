/** The list of estimates. */
export const home = {
  homeTitle: "Estimates",
  homeNew: "New estimate",
  homeNothingYet: "Nothing has been received yet",
  homeNothingYetLead:
    "Estimates and customers come with the first signal. Keep Paintbox open until they are here.",
  homePainter: "You can look at everything. Estimators and managers make the changes.",
  homeEmptyPainter: "What the office makes comes by itself.",
  homeEmptyTitle: "No estimates yet",
  homeEmptyLead: "Measure your first room. It takes about two minutes.",
  homeUntitled: "No name yet",
  homeMore: "Show more",
  homeSearch: "Name, street or phone",
  homeOlder: "Older and removed estimates",
  stateDraft: "Measuring",
  stateSent: "In Salesforce",
} as const;
