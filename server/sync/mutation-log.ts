import type { Transaction } from "kysely";
import type { Mutation } from "../../shared/sync/mutation.ts";
import {
  type MutationResult,
  type RejectionReason,
  rejectionReasons,
} from "../../shared/sync/wire.ts";
import type { Identity } from "../identity.ts";
import type { Database } from "../store/schema.ts";

/** The log of every mutation this server has taken, applied or rejected: added to, never changed. */

type Tx = Transaction<Database>;

export interface LoggedMutation {
  readonly id: string;
  readonly clientId: string;
  readonly seq: number;
  readonly reason: RejectionReason | null;
}

/** What the log knows of these mutations, by the mutations' ids and by the numbers this tablet spends. */
export interface LogExcerpt {
  readonly byId: ReadonlyMap<string, LoggedMutation>;
  readonly bySeq: ReadonlyMap<number, LoggedMutation>;
}

const isReason = (text: string): text is RejectionReason =>
  rejectionReasons.some((reason) => reason === text);

export async function readLog(
  tx: Tx,
  companyId: string,
  clientId: string,
  mutations: readonly Mutation[],
): Promise<LogExcerpt> {
  if (mutations.length === 0) return { byId: new Map(), bySeq: new Map() };
  const columns = ["id", "client_id", "seq", "reason"] as const;
  const sameIds = await tx
    .selectFrom("mutation")
    .select(columns)
    .where("company_id", "=", companyId)
    .where(
      "id",
      "in",
      mutations.map((mutation) => mutation.id),
    )
    .execute();
  const sameNumbers = await tx
    .selectFrom("mutation")
    .select(columns)
    .where("client_id", "=", clientId)
    .where(
      "seq",
      "in",
      mutations.map((mutation) => mutation.seq),
    )
    .execute();
  return {
    byId: new Map(sameIds.map((row) => [row.id, toLogged(row)])),
    bySeq: new Map(sameNumbers.map((row) => [row.seq, toLogged(row)])),
  };
}

const toLogged = (row: {
  id: string;
  client_id: string;
  seq: number;
  reason: string | null;
}): LoggedMutation => ({
  id: row.id,
  clientId: row.client_id,
  seq: row.seq,
  reason: row.reason !== null && isReason(row.reason) ? row.reason : null,
});

export interface LogEntry {
  readonly mutation: Mutation;
  readonly result: MutationResult;
  /** The revision of its changes; null when it changed nothing. */
  readonly rev: number | null;
  /** The estimate it is about; null for a customer's or a price book's. */
  readonly estimateId: string | null;
}

/** Rows that one statement writes: 14 values each, below SQLite's 32,766 and Postgres' 65,535. */
const ROWS_PER_STATEMENT = 200;

export async function appendToLog(
  tx: Tx,
  author: { readonly identity: Identity; readonly clientId: string; readonly now: number },
  entries: readonly LogEntry[],
): Promise<void> {
  const rows = entries.map(({ mutation, result, rev, estimateId }) => ({
    company_id: author.identity.companyId,
    id: mutation.id,
    client_id: author.clientId,
    seq: mutation.seq,
    user_id: author.identity.userId,
    name: mutation.name,
    version: mutation.version,
    body: JSON.stringify(mutation.operations),
    at_client: mutation.at,
    at_server: author.now,
    outcome: result.outcome,
    reason: result.reason,
    rev,
    estimate_id: estimateId,
  }));
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT)
    await tx
      .insertInto("mutation")
      .values(rows.slice(start, start + ROWS_PER_STATEMENT))
      .execute();
}
