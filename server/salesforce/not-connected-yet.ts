import type { SalesforceReport } from "../../shared/health.ts";

/** How a server stands with Salesforce that has just started. */
export const notConnectedYet: SalesforceReport = {
  standing: "connecting",
  lastAnsweredAt: null,
  setupProblem: null,
  summary: "Connecting to Salesforce.",
};
