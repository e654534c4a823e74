import type { Local } from "../local.ts";

/** How far an estimate has come; the words in the header. */
export type Standing = "on-tablet" | "on-server" | "in-salesforce" | "refused";

/**
 * Where an estimate is, from the most urgent to the best: refused by server or Salesforce, not sent yet,
 * in Salesforce, on the server.
 */
export async function estimateStanding({ database }: Local, estimateId: string): Promise<Standing> {
  const refused = await database.rejected.where("estimateId").equals(estimateId).count();
  if (refused > 0) return "refused";
  const edits = await database.outbox.where("estimateId").equals(estimateId).toArray();
  if (edits.some(({ state }) => state !== "answered")) return "on-tablet";
  const estimate = await database.estimate.get(estimateId);
  switch (estimate?.crmState) {
    case "refused":
      return "refused";
    case "sent":
      return "in-salesforce";
    case "none":
    case "waiting":
    case undefined:
      return "on-server";
  }
}
