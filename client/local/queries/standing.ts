import type { Fields } from "../../../shared/estimate/entities.ts";
import type { Local } from "../local.ts";
import type { OutboxRow } from "../rows.ts";

/** How far an estimate has come; the words in the header. */
export type Standing = "on-tablet" | "on-server" | "in-salesforce" | "refused";

/** What the standing of an estimate follows from. */
export interface Progress {
  /** The server refused one of its edits. */
  readonly refused: boolean;
  /** One of its edits is on this tablet only. */
  readonly waiting: boolean;
  readonly crmState: Fields<"estimate">["crmState"];
}

/** From the most urgent to the best: refused, not sent yet, in Salesforce, on the server. */
export function standingOf({ refused, waiting, crmState }: Progress): Standing {
  if (refused || (crmState === "refused" && !waiting)) return "refused";
  if (waiting) return "on-tablet";
  return crmState === "sent" ? "in-salesforce" : "on-server";
}

const isWaiting = ({ state }: OutboxRow): boolean => state !== "answered";

/** Where an estimate is. */
export async function estimateStanding({ database }: Local, estimateId: string): Promise<Standing> {
  const [refused, waiting, estimate] = await Promise.all([
    database.rejected.where("estimateId").equals(estimateId).count(),
    database.outbox.where("estimateId").equals(estimateId).filter(isWaiting).first(),
    database.estimate.get(estimateId),
  ]);
  return standingOf({
    refused: refused > 0,
    waiting: waiting !== undefined,
    crmState: estimate?.crmState ?? "none",
  });
}
