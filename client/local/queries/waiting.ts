import type { Local } from "../local.ts";

/** States of edits that the server has not answered for. */
export const WAITING = ["saved", "offered"] as const;

/** How many edits are on this tablet only: the server has not said that it has them. */
export const countWaiting = ({ database }: Local): Promise<number> =>
  database.outbox.where("state").anyOf(WAITING).count();

/** Which edits those are, by id. */
export const waitingEdits = async ({ database }: Local): Promise<readonly string[]> =>
  (await database.outbox.where("state").anyOf(WAITING).toArray()).map(({ id }) => id);
