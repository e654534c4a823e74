import type { Device } from "../../shared/sync/device.ts";
import type { PersonHere } from "./people-here.ts";

/** What the server had received before the browser removed this tablet's records. */
export interface RemovedRecords {
  /** The number of the last edit that the server has: every one up to it comes back. */
  readonly lastSeq: number;
  /** Unix milliseconds of the push that brought it. */
  readonly seenAt: number;
}

/**
 * Whether the browser has removed a person's records from this tablet: the server knows this very browser with edits of
 * theirs, and their database was empty when it was opened. Null when it was not, or they have been told.
 *
 * @param clientId of the present database, which may have pushed already. Clocks are not compared: a tablet's may be wrong.
 */
export function removedRecords(
  device: Device | null,
  clientId: string,
  person: Pick<PersonHere, "emptyAt" | "toldOf"> | undefined,
): RemovedRecords | null {
  if (!device || !person || person.emptyAt === null || person.emptyAt === person.toldOf)
    return null;
  const [latest] = device.clients
    .filter((client) => client.clientId !== clientId && client.lastSeq > 0)
    .toSorted((one, other) => other.seenAt - one.seenAt);
  return latest ? { lastSeq: latest.lastSeq, seenAt: latest.seenAt } : null;
}
