/** What is open and what was won. */
export const pipeline = {
  pipelineTitle: "Pipeline and win rate",
  pipelineLead: "What is open, and how much of it is won",
  pipelineManagers: "This is for managers",
  pipelineManagersLead: "Whoever manages the company sees here what is open and what was won.",
  pipelineNone: "Nothing to count yet",
  pipelineNoneLead: "No estimate was made in the last six months.",
  pipelineOpen: "Open estimates",
  pipelineWeek: "Of the last 7 days",
  pipelineMonth: "7 to 30 days old",
  pipelineOlder: "Older than 30 days",
  pipelineCount: (count: number) => (count === 1 ? "1 estimate" : `${count} estimates`),
  pipelinePricing: (done: number, of: number) => `${done} of ${of} priced so far.`,
  pipelineUnpriced: (count: number) =>
    count === 1
      ? "1 has no price yet and is counted without one."
      : `${count} have no price yet and are counted without one.`,
  pipelineNewest: (count: number) => `Only the newest ${count} are priced.`,
  pipelinePrices: "In the option most customers take, with tax.",
  pipelineWon: "Won",
  pipelineWonSince: (won: number, made: number, months: number) =>
    `${won} of ${made} estimates of the last ${months} months were accepted`,
  pipelineByMonth: "By the month in which they were made. The newest are often still open.",
  pipelineWho: "By estimator",
  pipelineByWho: "The last six months, who brought in most first.",
  pipelineNobody: "Without a name",
  pipelineWhich: "Made",
  pipelineWonCount: "Accepted",
  pipelineRate: "Win rate",
  pipelineValue: "Comes to",
  pipelineWonOf: (won: number, made: number) => `${won} of ${made}`,
  pipelineToList: "To the estimates",
  pipelineHere: "Counted on this tablet, from the estimates that are on it.",
} as const;
