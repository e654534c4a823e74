import { uuidV7 } from "../../shared/identifiers.ts";
import type { PaintboxDatabase } from "./database.ts";
import { localDay } from "./local-day.ts";
import type { Seen } from "./seen.ts";

/** The opened tablet: its database, and the clock and the ids that edits are made with. */
export interface Local {
  readonly database: PaintboxDatabase;
  /** Unix milliseconds. Shown to people and put into ids; never decides which edit wins. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Called after every saved edit: the first one asks the browser to keep our storage. */
  readonly onSaved: () => void;
  /** Whether the database was empty when it was opened: this tablet's first time, or the browser has removed it. */
  readonly isNew: boolean;
  /** What this tab has shown of the records. */
  readonly seen: Seen;
  /** A painter looks and writes nothing; the server would refuse it. */
  readonly readOnly?: boolean | undefined;
  /** A sample to play with, in a database of its own: nothing of it leaves this tablet (docs/decisions/0033). */
  readonly isSample?: boolean | undefined;
}

export const newIdFrom =
  (
    now: () => number,
    randomBytes: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
  ): (() => string) =>
  () =>
    uuidV7(now(), randomBytes(new Uint8Array(10)));

/** The tablet's calendar day. */
export const todayOf = (local: Local): string => localDay(new Date(local.now()));

/** The tablet's clock as the records keep it. */
export const instantOf = (local: Local): string => new Date(local.now()).toISOString();
