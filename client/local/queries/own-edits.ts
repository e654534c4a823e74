import type { Local } from "../local.ts";
import type { OutboxRow, OutboxState } from "../rows.ts";

/** An edit that was made on this tablet. */
export interface OwnEdit extends Pick<OutboxRow, "id" | "name" | "operations" | "at"> {
  readonly state: OutboxState;
}

/**
 * What this tablet knows of an estimate's history with no signal, newest first: its own edits that wait, and those the
 * server has and that are kept here until a backup holds them.
 */
export async function readOwnEdits(
  { database }: Local,
  estimateId: string,
): Promise<readonly OwnEdit[]> {
  const [waiting, sent] = await Promise.all([
    database.outbox.where("estimateId").equals(estimateId).sortBy("seq"),
    database.journal
      .orderBy("position")
      .filter((row) => row.estimateId === estimateId)
      .toArray(),
  ]);
  const known = [
    ...sent.map((row) => edit(row, "answered")),
    ...waiting.filter(({ refused }) => !refused).map((row) => edit(row, row.state)),
  ];
  return known.toReversed();
}

const edit = (
  { id, name, operations, at }: Omit<OwnEdit, "state">,
  state: OutboxState,
): OwnEdit => ({
  id,
  name,
  operations,
  at,
  state,
});
