import type { Fields } from "../../../shared/estimate/entities.ts";
import type { Local } from "../local.ts";

/** How far an estimate has come; the words in the header. */
export type Standing = "on-tablet" | "on-server" | "in-salesforce" | "refused";

/** What the standing of an estimate follows from. */
export interface Progress {
  /** The server refused one of its edits. */
  readonly refused: boolean;
  /**
   * One of its edits has not come back with a pull. The server may have it already, but only the pull says what became
   * of it: taken as it is, or in disagreement with somebody else's.
   */
  readonly onTheWay: boolean;
  readonly crmState: Fields<"estimate">["crmState"];
}

/** From the most urgent to the best: refused, on the way, in Salesforce, on the server. */
export function standingOf({ refused, onTheWay, crmState }: Progress): Standing {
  if (refused || (crmState === "refused" && !onTheWay)) return "refused";
  if (onTheWay) return "on-tablet";
  return crmState === "sent" ? "in-salesforce" : "on-server";
}

/** Where an estimate is. */
export async function estimateStanding({ database }: Local, estimateId: string): Promise<Standing> {
  const { rejected, outbox } = database;
  const [refused, onTheWay, estimate] = await database.transaction(
    "r",
    [rejected, outbox, database.estimate],
    () =>
      Promise.all([
        rejected.where("estimateId").equals(estimateId).count(),
        outbox.where("estimateId").equals(estimateId).count(),
        database.estimate.get(estimateId),
      ]),
  );
  return standingOf({
    refused: refused > 0,
    onTheWay: onTheWay > 0,
    crmState: estimate?.crmState ?? "none",
  });
}
