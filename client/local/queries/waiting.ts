import type { Collection } from "dexie";
import type { PaintboxDatabase } from "../database.ts";
import type { Local } from "../local.ts";
import type { OutboxRow, OutboxState } from "../rows.ts";

/** In the index it stands before all other states; a week without signal must not cost every key a walk through it. */
const ANSWERED: OutboxState = "answered";

/**
 * The edits that the server has not answered for, first those that were offered. One range of one index: the browser
 * counts and reads it by itself, where several keys would be walked through one by one.
 */
export const waitingIn = ({ outbox }: PaintboxDatabase): Collection<OutboxRow, number> =>
  outbox.where("state").above(ANSWERED);

/** How many edits are on this tablet only: the server has not said that it has them. */
export const countWaiting = ({ database }: Local): Promise<number> => waitingIn(database).count();

/** Which edits those are, by id. */
export const waitingEdits = async ({ database }: Local): Promise<readonly string[]> =>
  (await waitingIn(database).toArray()).map(({ id }) => id);
